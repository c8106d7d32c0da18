'use client'

import { getTranslation } from '@payloadcms/translations'
import { Button, toast, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'

import type { Delivery } from '../model/rows.ts'
import { deliveriesSlug } from '../slugs.ts'
import { AttemptList } from './attempt-list.tsx'
import { messageText } from './message-text.ts'
import { panelTexts } from './panel-texts.ts'
import { post } from './post.ts'
import './webhook-panel.css'

/** Above a message of the log: the way to send it again, what was answered, and the message itself. */
export const DeliveryPanel = () => {
  const { data, id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  if (!id) return null
  const { attempts, body } = (data ?? {}) as Partial<Delivery>
  const replay = async () => {
    const { error } = await post(`${config.routes.api}/${deliveriesSlug}/${id}/replay`)
    if (error) toast.error(error)
    else toast.success(getTranslation(panelTexts.queued, i18n))
  }
  return (
    <div className="webhook-panel">
      <Button buttonStyle="secondary" margin={false} onClick={() => void replay()} size="medium">
        {getTranslation(panelTexts.again, i18n)}
      </Button>
      {attempts && attempts.length > 0 && (
        <>
          <h3>{getTranslation(panelTexts.attempts, i18n)}</h3>
          <AttemptList attempts={attempts} />
        </>
      )}
      {body && (
        <>
          <h3>{getTranslation(panelTexts.message, i18n)}</h3>
          <pre className="webhook-message">{messageText(body)}</pre>
        </>
      )}
    </div>
  )
}
