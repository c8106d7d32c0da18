import type { I18n } from '@payloadcms/translations'
import { getTranslation } from '@payloadcms/translations'
import type { Payload } from 'payload'

import type { ScheduledPublication } from './scheduled-publications.ts'

/** Writes to the person who set a schedule that it failed and why. The admin UI shows it in any case. */
export const reportFailure = async ({
  i18n,
  message,
  payload,
  schedule,
}: {
  i18n: I18n
  message: string
  payload: Payload
  schedule: ScheduledPublication
}): Promise<void> => {
  const { action, at, document, documentCollection, person, personCollection } = schedule
  const { config } = payload
  const locales = config.localization ? config.localization.locales : []
  const label = locales.find(({ code }) => code === schedule.locale)?.label
  const language = label ? getTranslation(label, i18n) : schedule.locale
  const { subject, text } = i18n.language.startsWith('zh') ? inChinese[action] : inEnglish[action]
  const url = `${config.serverURL}${config.routes.admin}/collections/${documentCollection}/${document}?locale=${schedule.locale}`
  const when = `${at.slice(0, 16).replace('T', ' ')} UTC`
  payload.logger.warn({ msg: 'A scheduled publication failed', reason: message, schedule })
  try {
    const { email } = (await payload.findByID({
      id: person,
      collection: personCollection as 'users',
      depth: 0,
    })) as { email?: string }
    if (!email) return
    await payload.sendEmail({
      subject: subject.replace('{language}', language),
      text: [text.replace('{language}', language).replace('{when}', when), message, url].join(
        '\n\n',
      ),
      to: email,
    })
  } catch (error) {
    payload.logger.warn({ err: error, msg: 'Nobody could be told of a failed publication by mail' })
  }
}

const inEnglish = {
  publish: {
    subject: '{language} was not published as scheduled',
    text: 'You scheduled a document to be published in {language} at {when}. It was not published:',
  },
  unpublish: {
    subject: '{language} was not unpublished as scheduled',
    text: 'You scheduled a document to be unpublished in {language} at {when}. It was not:',
  },
}

const inChinese = {
  publish: {
    subject: '{language}内容未能按时发布',
    text: '您安排于 {when} 发布一篇文档的{language}内容，但未能发布：',
  },
  unpublish: {
    subject: '{language}内容未能按时撤下',
    text: '您安排于 {when} 撤下一篇文档的{language}内容，但未能撤下：',
  },
}
