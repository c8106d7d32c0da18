import type { ScheduledAction } from '../schedules/scheduled-publications.ts'

type Text = { en: string; zh: string }

/** Wording of schedules; `{language}`, `{when}`, `{zone}` and `{why}` are filled in. */
export const scheduleTexts = {
  open: { en: 'Schedule {language}…', zh: '定时发布或撤下{language}…' },
  title: { en: 'Schedule languages', zh: '定时发布或撤下' },
  action: { en: 'What to do', zh: '操作' },
  publish: { en: 'Publish', zh: '发布' },
  unpublish: { en: 'Unpublish', zh: '撤下' },
  languages: { en: 'Languages', zh: '语言' },
  when: { en: 'Date and time', zh: '日期和时间' },
  time: { en: 'Time', zh: '时间' },
  zone: { en: 'In your time zone, {zone}.', zh: '按您所在的时区：{zone}。' },
  latest: {
    en: 'What was saved last by then is published.',
    zh: '届时将发布最后保存的内容。',
  },
  submit: { en: 'Schedule', zh: '确定' },
  back: { en: 'Cancel', zh: '取消' },
  noLanguage: { en: 'Choose at least one language.', zh: '请至少选择一种语言。' },
  noTime: { en: 'Choose a date and a time.', zh: '请选择日期和时间。' },
  done: { en: 'Scheduled for {when}: {language}', zh: '已设定于 {when}：{language}' },
  cancelled: { en: 'Cancelled.', zh: '已取消。' },
  dismiss: { en: 'Do not show this again', zh: '不再显示' },
} satisfies Record<string, Text>

/** What is to be done to one language, or could not be. */
export const dueTexts: Record<
  ScheduledAction,
  { cancel: Text; due: Text; failed: Text; time: Text }
> = {
  publish: {
    cancel: { en: 'Cancel publishing on {when}', zh: '取消 {when} 的定时发布' },
    due: { en: 'to be published on {when}', zh: '将于 {when} 发布' },
    failed: { en: 'Not published on {when}: {why}', zh: '未能于 {when} 发布：{why}' },
    time: { en: '{when}', zh: '{when}' },
  },
  unpublish: {
    cancel: { en: 'Cancel unpublishing on {when}', zh: '取消 {when} 的定时撤下' },
    due: { en: 'to be unpublished on {when}', zh: '将于 {when} 撤下' },
    failed: { en: 'Not unpublished on {when}: {why}', zh: '未能于 {when} 撤下：{why}' },
    time: { en: 'until {when}', zh: '至 {when}' },
  },
}
