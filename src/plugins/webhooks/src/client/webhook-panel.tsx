'use client'

import { getTranslation } from '@payloadcms/translations'
import {
  Button,
  ConfirmationModal,
  toast,
  useConfig,
  useDocumentEvents,
  useDocumentInfo,
  useModal,
  useTranslation,
} from '@payloadcms/ui'
import { useState } from 'react'

import { deliveriesSlug, webhooksSlug } from '../slugs.ts'
import { NewSecret } from './new-secret.tsx'
import { panelTexts } from './panel-texts.ts'
import { post } from './post.ts'
import './webhook-panel.css'

const modal = 'renew-webhook-secret'

/** Above the form of a webhook: its secret when it was made a moment ago, a test, the way to a new secret, the log. */
export const WebhookPanel = () => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { openModal } = useModal()
  const { mostRecentUpdate } = useDocumentEvents()
  const [renewed, setRenewed] = useState<string>()
  if (!id) return null
  // The answer to making it passes by here; a reload of the page forgets it.
  const made = mostRecentUpdate?.doc as { id?: string; newSecret?: string } | undefined
  const secret = renewed ?? (made?.id === id ? made.newSecret : undefined)
  const { admin, api } = config.routes
  const ask = async (action: 'rotate-secret' | 'test') => {
    const answer = await post(`${api}/${webhooksSlug}/${id}/${action}`)
    if (answer.error) toast.error(answer.error)
    else if (answer.secret) setRenewed(answer.secret)
    else toast.success(getTranslation(panelTexts.queued, i18n))
  }
  return (
    <div className="webhook-panel">
      {secret && <NewSecret value={secret} />}
      <div className="webhook-panel__buttons">
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => void ask('test')}
          size="medium"
        >
          {getTranslation(panelTexts.test, i18n)}
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => openModal(modal)}
          size="medium"
        >
          {getTranslation(panelTexts.renew, i18n)}
        </Button>
        <Button
          buttonStyle="secondary"
          el="link"
          margin={false}
          size="medium"
          to={`${admin}/collections/${deliveriesSlug}?where[webhook][equals]=${id}`}
        >
          {getTranslation(panelTexts.log, i18n)}
        </Button>
      </div>
      <ConfirmationModal
        body={getTranslation(panelTexts.renewing, i18n)}
        confirmLabel={getTranslation(panelTexts.renew, i18n)}
        heading={getTranslation(panelTexts.renew, i18n)}
        modalSlug={modal}
        onConfirm={() => ask('rotate-secret')}
      />
    </div>
  )
}
