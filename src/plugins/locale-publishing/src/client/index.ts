'use client'

export { LanguagesCell } from './languages-cell.tsx'
export { LanguagesMenu } from './languages-menu.tsx'
export { RestoreLanguage } from './restore-language.tsx'
