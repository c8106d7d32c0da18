'use client'

export { KeepUnsaved } from './keep-unsaved.tsx'
export { LanguagesCell } from './languages-cell.tsx'
export { LanguagesMenu } from './languages-menu.tsx'
export { NoUnpublishButton } from './no-unpublish-button.tsx'
export { ReviewTitleCell } from './review-title-cell.tsx'
export { PublishOrSubmit } from './publish-or-submit.tsx'
export { RestoreLanguage } from './restore-language.tsx'
