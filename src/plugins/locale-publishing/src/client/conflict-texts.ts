/** Wording of the dialog in which two people's edits are settled; `{who}` and `{when}` are filled in. */
export const conflictTexts = {
  title: { en: 'Somebody else saved the same fields', zh: '他人已保存了相同的内容' },
  explanation: {
    en: 'Nothing of yours is lost. Choose for each field what to keep; your text can still be edited here.',
    zh: '您的内容没有丢失。请为每一项选择要保留的内容，您的文字仍可在此修改。',
  },
  mine: { en: 'Yours', zh: '您的内容' },
  theirs: { en: '{who}, {when}', zh: '{who}，{when}' },
  somebody: { en: 'Somebody', zh: '他人' },
  empty: { en: '(empty)', zh: '（空）' },
  save: { en: 'Save as draft', zh: '保存为草稿' },
  back: { en: 'Back to the form', zh: '返回表单' },
  saved: { en: 'Saved as a draft.', zh: '已保存为草稿。' },
}
