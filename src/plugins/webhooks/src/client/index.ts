'use client'

export { DeliveryPanel } from './delivery-panel.tsx'
export { WebhookPanel } from './webhook-panel.tsx'
