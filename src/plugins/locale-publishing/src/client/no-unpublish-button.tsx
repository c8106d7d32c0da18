'use client'

/** In place of Payload's item of the document's menu, which it can only replace and not leave out. */
export const NoUnpublishButton = () => null
