Freundliche Grüsse
${shop}
