'use client'

import { useEffect } from 'react'

/** Takes no input into the form of the document while it is about to show another state, which would replace it. */
export const useInertForm = (isInert: boolean): void => {
  useEffect(() => {
    const form = document.querySelector('.document-fields')
    if (!isInert || !form) return
    form.setAttribute('inert', '')
    return () => {
      form.removeAttribute('inert')
    }
  }, [isInert])
}
