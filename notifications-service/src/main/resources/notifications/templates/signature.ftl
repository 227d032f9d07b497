Kind regards
${shop}
