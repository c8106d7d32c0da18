export const kinds = [
  { label: { en: 'Program', zh: '项目计划' }, value: 'program' },
  { label: { en: 'Project', zh: '项目' }, value: 'project' },
  { label: { en: 'Network', zh: '网络' }, value: 'network' },
  { label: { en: 'Campaign', zh: '倡导行动' }, value: 'campaign' },
  { label: { en: 'Survey', zh: '调研' }, value: 'survey' },
]

export const statuses = [
  { label: { en: 'Planned', zh: '筹备中' }, value: 'planned' },
  { label: { en: 'Active', zh: '进行中' }, value: 'active' },
  { label: { en: 'Paused', zh: '暂停' }, value: 'paused' },
  { label: { en: 'Completed', zh: '已完成' }, value: 'completed' },
]

export const partnerRoles = [
  { label: { en: 'Lead', zh: '牵头机构' }, value: 'lead' },
  { label: { en: 'Implementer', zh: '执行机构' }, value: 'implementer' },
  { label: { en: 'Co-organiser', zh: '联合主办' }, value: 'co-organiser' },
  { label: { en: 'Funder', zh: '资助方' }, value: 'funder' },
  { label: { en: 'Technical partner', zh: '技术支持' }, value: 'technical' },
  { label: { en: 'Intermediary', zh: '中介机构' }, value: 'intermediary' },
]

/** The 17 goals of the United Nations' 2030 Agenda, in their official short names. */
export const sustainableDevelopmentGoals = [
  goal(1, 'No poverty', '无贫穷'),
  goal(2, 'Zero hunger', '零饥饿'),
  goal(3, 'Good health and well-being', '良好健康与福祉'),
  goal(4, 'Quality education', '优质教育'),
  goal(5, 'Gender equality', '性别平等'),
  goal(6, 'Clean water and sanitation', '清洁饮水和卫生设施'),
  goal(7, 'Affordable and clean energy', '经济适用的清洁能源'),
  goal(8, 'Decent work and economic growth', '体面工作和经济增长'),
  goal(9, 'Industry, innovation and infrastructure', '产业、创新和基础设施'),
  goal(10, 'Reduced inequalities', '减少不平等'),
  goal(11, 'Sustainable cities and communities', '可持续城市和社区'),
  goal(12, 'Responsible consumption and production', '负责任消费和生产'),
  goal(13, 'Climate action', '气候行动'),
  goal(14, 'Life below water', '水下生物'),
  goal(15, 'Life on land', '陆地生物'),
  goal(16, 'Peace, justice and strong institutions', '和平、正义与强大机构'),
  goal(17, 'Partnerships for the goals', '促进目标实现的伙伴关系'),
]

function goal(number: number, en: string, zh: string) {
  return { label: { en: `${number} · ${en}`, zh: `${number} · ${zh}` }, value: String(number) }
}
