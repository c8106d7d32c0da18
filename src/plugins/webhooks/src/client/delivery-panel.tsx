'use client'

import { getTranslation } from '@payloadcms/translations'
import { Button, toast, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'

import { deliveriesSlug } from '../slugs.ts'
import { panelTexts } from './panel-texts.ts'
import { post } from './post.ts'
import './webhook-panel.css'

/** Above a message of the log: the way to send it again. */
export const DeliveryPanel = () => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  if (!id) return null
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
    </div>
  )
}
