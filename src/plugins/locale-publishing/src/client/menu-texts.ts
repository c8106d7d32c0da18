import type { LocaleAction } from '../locale-actions.ts'

type Text = { en: string; zh: string }

/** Wording of the menu of languages; `{language}` is filled in. */
export const menuTexts = {
  all: { en: 'all languages', zh: '所有语言' },
  copyLink: { en: 'Copy this link:', zh: '请复制此链接：' },
  failed: { en: 'Nothing was changed.', zh: '未作任何更改。' },
  edit: { en: 'Edit in {language}', zh: '编辑{language}内容' },
  linkCopied: {
    en: 'Link copied. Whoever has it sees this draft for two days, without an account.',
    zh: '链接已复制。持有链接者无需账号即可查看此草稿，两天内有效。',
  },
  previewLink: { en: 'Copy preview link of {language}', zh: '复制{language}预览链接' },
  saveFirst: { en: 'Save your changes first.', zh: '请先保存您的更改。' },
} satisfies Record<string, Text>

/** What is done, and what is said when it is done. */
export const actionTexts: Record<LocaleAction, { ask: Text; done: Text }> = {
  publish: {
    ask: { en: 'Publish {language}', zh: '发布{language}' },
    done: { en: 'Published: {language}', zh: '已发布：{language}' },
  },
  revert: {
    ask: { en: 'Revert {language} to published', zh: '将{language}恢复为已发布的内容' },
    done: { en: 'Back to what is published: {language}', zh: '已恢复为发布内容：{language}' },
  },
  unpublish: {
    ask: { en: 'Unpublish {language}', zh: '撤下{language}' },
    done: { en: 'Unpublished: {language}', zh: '已撤下：{language}' },
  },
}
