type Text = { en: string; zh: string }

/** Wording of reviews; `{language}`, `{who}` and `{when}` are filled in. */
export const reviewTexts = {
  mark: { en: 'For review', zh: '待审核' },
  returnIt: { en: 'Return {language} without publishing', zh: '退回{language}内容' },
  returned: { en: 'No longer for review: {language}', zh: '已退回：{language}' },
  submit: { en: 'Submit {language} for review', zh: '提交{language}内容审核' },
  submitted: { en: 'Submitted for review: {language}', zh: '已提交审核：{language}' },
  takeBack: { en: 'Take {language} back from review', zh: '撤回{language}的审核申请' },
  takenBack: { en: 'Taken back from review: {language}', zh: '已撤回审核申请：{language}' },
  untitled: { en: 'Untitled', zh: '无标题' },
  who: {
    en: 'Submitted for review by {who} on {when}',
    zh: '{who}于 {when} 提交审核',
  },
} satisfies Record<string, Text>
