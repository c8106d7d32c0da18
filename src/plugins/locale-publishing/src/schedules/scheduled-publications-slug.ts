export const scheduledPublicationsSlug = 'scheduled-publications'
