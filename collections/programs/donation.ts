import type { GroupField } from 'payload'
import { currencyField } from '../../src/fields/currency.ts'
import { partnerField } from '../../src/fields/relations.ts'
import { taxBenefitsField } from '../../src/fields/tax-benefits.ts'
import { urlField } from '../../src/fields/url.ts'
import { inUsersLanguage } from '../../src/localization.ts'

type Donation = { accepting?: boolean }

/** How to give, and what a gift of each size makes possible. */
export const donationField = (): GroupField => ({
  name: 'donation',
  type: 'group',
  label: { en: 'Donations', zh: '捐赠' },
  admin: { hideGutter: true },
  fields: [
    {
      name: 'accepting',
      type: 'checkbox',
      label: { en: 'This program accepts donations', zh: '本项目接受捐赠' },
      localized: false,
      defaultValue: false,
    },
    {
      ...partnerField({
        name: 'intermediary',
        label: { en: 'Through (intermediary)', zh: '受赠渠道（中介机构）' },
      }),
      admin: { condition: isAccepting },
    },
    {
      type: 'collapsible',
      label: { en: 'How to give', zh: '捐赠方式' },
      admin: { condition: (_data, sibling) => isAccepting(_data, sibling as Donation) },
      fields: [
        urlField({ name: 'url', label: { en: 'Donation page', zh: '捐赠页面' } }),
        {
          name: 'tiers',
          type: 'array',
          label: { en: 'Gifts and outcomes', zh: '捐赠档位与成效' },
          labels: {
            singular: { en: 'Gift', zh: '档位' },
            plural: { en: 'Gifts', zh: '档位' },
          },
          fields: [
            {
              type: 'row',
              fields: [
                {
                  name: 'amount',
                  type: 'number',
                  label: { en: 'Amount', zh: '金额' },
                  localized: false,
                  required: true,
                  admin: { width: '50%' },
                  validate: (
                    value: null | number | undefined,
                    { req }: { req: Parameters<typeof inUsersLanguage>[0]['req'] },
                  ) => {
                    if (typeof value === 'number' && Number.isFinite(value) && value > 0)
                      return true
                    return inUsersLanguage({
                      message: {
                        en: 'The amount must be a number above zero.',
                        zh: '金额必须是大于零的数字。',
                      },
                      req,
                    })
                  },
                },
                currencyField(),
              ],
            },
            {
              name: 'outcome',
              type: 'textarea',
              label: { en: 'What it makes possible', zh: '捐赠成效' },
              localized: true,
              required: true,
            },
          ],
        },
        taxBenefitsField(),
      ],
    },
  ],
})

function isAccepting(_data: unknown, sibling: Donation): boolean {
  return Boolean(sibling.accepting)
}
