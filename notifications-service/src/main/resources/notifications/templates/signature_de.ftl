Mit freundlichen Grüßen
${shop}
