'use client'

export { LanguagesCell } from './languages-cell.tsx'
export { LanguagesMenu } from './languages-menu.tsx'
export { ReviewTitleCell } from './review-title-cell.tsx'
export { RestoreLanguage } from './restore-language.tsx'
