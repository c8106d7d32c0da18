import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RowLabel as RowLabel_c51243af3e2546d958bf23866ae9a975 } from '../../components/row-label.tsx'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LanguagesCell as LanguagesCell_e723056753c8e13f4749ce6a6657c82e } from '@qiao/locale-publishing/client'
import { KeepUnsaved as KeepUnsaved_e723056753c8e13f4749ce6a6657c82e } from '@qiao/locale-publishing/client'
import { PublishOrSubmit as PublishOrSubmit_e723056753c8e13f4749ce6a6657c82e } from '@qiao/locale-publishing/client'
import { LanguagesMenu as LanguagesMenu_e723056753c8e13f4749ce6a6657c82e } from '@qiao/locale-publishing/client'
import { NoUnpublishButton as NoUnpublishButton_e723056753c8e13f4749ce6a6657c82e } from '@qiao/locale-publishing/client'
import { RestoreLanguage as RestoreLanguage_e723056753c8e13f4749ce6a6657c82e } from '@qiao/locale-publishing/client'
import { EndSessions as EndSessions_f0353c82d48ec83b0e18330b40861d16 } from '../../components/end-sessions.tsx'
import { ApiKeyPanel as ApiKeyPanel_978c2f5823b48a636f6b3eed65f3b286 } from '../../components/api-key-panel.tsx'
import { ReviewTitleCell as ReviewTitleCell_e723056753c8e13f4749ce6a6657c82e } from '@qiao/locale-publishing/client'
import { WebhookPanel as WebhookPanel_9603b934d92a2e3b11d894f69c956b27 } from '@qiao/webhooks/client'
import { DeliveryPanel as DeliveryPanel_9603b934d92a2e3b11d894f69c956b27 } from '@qiao/webhooks/client'
import { PlainCell as PlainCell_4ea70e75c880ccb268ef9e7694f92ade } from '@qiao/audit-trail/client'
import { Icon as Icon_78e9f786c9ba95795d26edc45e1fa448 } from '../../components/brand.tsx'
import { Logo as Logo_78e9f786c9ba95795d26edc45e1fa448 } from '../../components/brand.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/components/row-label.tsx#RowLabel": RowLabel_c51243af3e2546d958bf23866ae9a975,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@qiao/locale-publishing/client#LanguagesCell": LanguagesCell_e723056753c8e13f4749ce6a6657c82e,
  "@qiao/locale-publishing/client#KeepUnsaved": KeepUnsaved_e723056753c8e13f4749ce6a6657c82e,
  "@qiao/locale-publishing/client#PublishOrSubmit": PublishOrSubmit_e723056753c8e13f4749ce6a6657c82e,
  "@qiao/locale-publishing/client#LanguagesMenu": LanguagesMenu_e723056753c8e13f4749ce6a6657c82e,
  "@qiao/locale-publishing/client#NoUnpublishButton": NoUnpublishButton_e723056753c8e13f4749ce6a6657c82e,
  "@qiao/locale-publishing/client#RestoreLanguage": RestoreLanguage_e723056753c8e13f4749ce6a6657c82e,
  "/components/end-sessions.tsx#EndSessions": EndSessions_f0353c82d48ec83b0e18330b40861d16,
  "/components/api-key-panel.tsx#ApiKeyPanel": ApiKeyPanel_978c2f5823b48a636f6b3eed65f3b286,
  "@qiao/locale-publishing/client#ReviewTitleCell": ReviewTitleCell_e723056753c8e13f4749ce6a6657c82e,
  "@qiao/webhooks/client#WebhookPanel": WebhookPanel_9603b934d92a2e3b11d894f69c956b27,
  "@qiao/webhooks/client#DeliveryPanel": DeliveryPanel_9603b934d92a2e3b11d894f69c956b27,
  "@qiao/audit-trail/client#PlainCell": PlainCell_4ea70e75c880ccb268ef9e7694f92ade,
  "/components/brand.tsx#Icon": Icon_78e9f786c9ba95795d26edc45e1fa448,
  "/components/brand.tsx#Logo": Logo_78e9f786c9ba95795d26edc45e1fa448,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
