export const reviewRequestsSlug = 'review-requests'
