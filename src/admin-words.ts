import type { Config } from 'payload'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'

type Words = typeof zh.translations

/** Payload's Chinese where an office would not understand it, or would not say it so. */
const words: { [Group in keyof Words]?: Partial<Words[Group]> } = {
  error: {
    localesNotSaved_one: '以下语言的内容未能保存：',
    localesNotSaved_other: '以下语言的内容未能保存：',
  },
  fields: {
    selectExistingLabel: '选择已有的{{label}}',
    uploadNewLabel: '上传新{{label}}',
  },
  general: {
    all: '全部',
    allLocales: '所有语言',
    changesNotSaved: '更改尚未保存，离开后将会丢失。',
    createNew: '新建',
    createNewLabel: '新建{{label}}',
    creatingNewLabel: '正在新建{{label}}',
    fallbackToDefaultLocale: '使用默认语言的内容',
    leaveAnyway: '放弃并离开',
    leaveWithoutSaving: '放弃未保存的更改？',
    locale: '内容语言',
    locales: '内容语言',
    newLabel: '新建{{label}}',
    // Stands in each empty cell of a list.
    noLabel: '—',
    noResults: '没有找到{{label}}：尚未添加，或没有符合筛选条件的内容。',
    noResultsDescription: '尚未添加，或没有符合筛选条件的内容。',
    noResultsFound: '没有找到内容',
    payloadSettings: '界面设置',
    perPage: '每页：{{limit}}',
    stayOnThisPage: '留在此页',
  },
  localization: {
    cannotCopySameLocale: '不能复制到同一种语言',
    copyToLocale: '复制到其他语言',
    localeToPublish: '要发布的语言',
    selectedLocales: '所选语言',
    selectLocaleToCopy: '选择要复制的语言',
    selectLocaleToDuplicate: '选择要复制的语言',
  },
  version: {
    publishAllLocales: '发布所有语言',
    publishIn: '发布{{locale}}版',
    selectLocales: '选择要显示的语言',
    showLocales: '显示语言：',
  },
}

/** “添加 {{label}}” is made for foreign words; between Chinese ones there is no space. */
const closeGaps = (text: string): string =>
  text
    .replace(/(?<=\p{Script=Han}) +(?=\{\{(?:label|locale)\}\})/gu, '')
    .replace(/(?<=\{\{(?:label|locale)\}\}) +(?=\p{Script=Han})/gu, '')

const withoutGaps = Object.fromEntries(
  Object.entries(zh.translations).map(([group, texts]) => [
    group,
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, closeGaps(text)])),
  ]),
) as Words

/** The languages of the admin UI. Words of plugins go before Payload's, and those above before both. */
export const adminWords = {
  fallbackLanguage: 'en',
  supportedLanguages: { en, zh: { ...zh, translations: withoutGaps } },
  translations: { zh: words },
} satisfies Config['i18n']
