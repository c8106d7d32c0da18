'use client'

import { getTranslation } from '@payloadcms/translations'
import { Button, ConfirmationModal, toast, useModal, useTranslation } from '@payloadcms/ui'

type Text = { en: string; zh: string }

export type ConfirmedActionProps = {
  /** Why one should think twice. */
  body: Text
  done: Text
  label: Text
  onDone: () => void
  slug: string
  /** Where it is done, by POST. */
  url: string
}

/** A button for what cannot be taken back: it asks first, then does it and says so. */
export const ConfirmedAction = ({ body, done, label, onDone, slug, url }: ConfirmedActionProps) => {
  const { openModal } = useModal()
  const { i18n } = useTranslation()
  const act = async () => {
    const problem = await post(url)
    if (problem) {
      toast.error(problem)
      return
    }
    toast.success(getTranslation(done, i18n))
    onDone()
  }
  return (
    <>
      <Button buttonStyle="secondary" margin={false} onClick={() => openModal(slug)} size="medium">
        {getTranslation(label, i18n)}
      </Button>
      <ConfirmationModal
        body={getTranslation(body, i18n)}
        confirmLabel={getTranslation(label, i18n)}
        heading={getTranslation(label, i18n)}
        modalSlug={slug}
        onConfirm={act}
      />
    </>
  )
}

/** Answers with what went wrong, in a sentence for the person. */
const post = async (url: string): Promise<string | undefined> => {
  try {
    const response = await fetch(url, { credentials: 'include', method: 'POST' })
    if (response.ok) return undefined
    const { errors } = (await response.json()) as { errors?: { message: string }[] }
    return errors?.[0]?.message ?? response.statusText
  } catch (error) {
    // Offline, or an answer from something in between.
    return String(error)
  }
}
