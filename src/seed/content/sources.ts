/** The pages that the demo content retells, as rows of the field `sources`. */
export const sources = {
  donationPage: { title: 'CANGO Visionary Education Program', publisher: 'Give2Asia' },
  memberPage: {
    title: 'Members Detail: China Association for NGO Cooperation (CANGO)',
    publisher: 'China Civil Climate Action Network',
  },
  meeting2017: {
    title: 'The 2017 Service&Exchange Meeting of CANGO Was Successfully Held',
    publisher: 'CANGO',
  },
  interview: {
    title: 'Interview with Ms Xiajie Lee (CANGO)',
    publisher: 'Global Water Partnership',
  },
  studyTour2019: { title: 'CANGO Participated in the Study Tour', publisher: 'CANGO' },
} as const

/** The same pages, as a figure or a registration names them. */
export const named = {
  donationPage: 'Give2Asia: CANGO Visionary Education Program',
  memberPage: 'China Civil Climate Action Network: member page of CANGO',
  interview: 'Global Water Partnership: interview with Ms Xiajie Lee',
} as const
