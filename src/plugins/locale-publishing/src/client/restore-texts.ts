/** Wording of bringing one language back from an older version; `{language}` is filled in. */
export const restoreTexts = {
  ask: { en: 'Restore {language} from this version?', zh: '从此版本恢复{language}内容？' },
  button: { en: 'Restore {language} only', zh: '仅恢复{language}' },
  done: {
    en: 'Restored as a draft: {language}. Publish it when it is ready.',
    zh: '已恢复为草稿：{language}。确认无误后请发布。',
  },
  explain: {
    en: 'The {language} texts become a draft, as they were in this version. The other language, and what all languages share, stay as they are now.',
    zh: '{language}文字将恢复为此版本的内容，并保存为草稿。其他语言以及各语言共用的内容保持不变。',
  },
  failed: { en: 'Nothing was changed.', zh: '未作任何更改。' },
}
