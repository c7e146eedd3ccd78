import type { SeedUser } from '#libs/access';

/** Public on purpose: a demo is for looking around. A real installation starts with BATON_DEMO=false. */
export const DEMO_PASSWORD = 'baton-demo-2021';

export const DEMO_PEOPLE: readonly SeedUser[] = [
  { login: 'manager', name: '김바람', roles: ['FUND_MANAGER'], password: DEMO_PASSWORD },
  { login: 'finance', name: '이나래', roles: ['FINANCE_MAKER'], password: DEMO_PASSWORD },
  { login: 'checker', name: '박한별', roles: ['FINANCE_CHECKER'], password: DEMO_PASSWORD },
  { login: 'compliance', name: '정다온', roles: ['COMPLIANCE'], password: DEMO_PASSWORD },
  { login: 'auditor', name: '최가람', roles: ['AUDITOR'], password: DEMO_PASSWORD },
  { login: 'admin', name: '한솔', roles: ['ADMIN'], password: DEMO_PASSWORD },
];
