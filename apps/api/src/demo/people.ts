import type { SeedUser } from '#libs/access';
import { localDate } from '#libs/calendar';

/** Public on purpose: a demo is for looking around. A real installation starts with BATON_DEMO=false. */
export const DEMO_PASSWORD = 'baton-demo-2021';

export const DEMO_PEOPLE: readonly SeedUser[] = [
  { login: 'manager', name: '김바람', roles: ['FUND_MANAGER'], password: DEMO_PASSWORD },
  { login: 'finance', name: '이나래', roles: ['FINANCE_MAKER'], password: DEMO_PASSWORD },
  { login: 'checker', name: '박한별', roles: ['FINANCE_CHECKER'], rank: 'TEAM_LEADER', password: DEMO_PASSWORD },
  { login: 'compliance', name: '정다온', roles: ['COMPLIANCE'], password: DEMO_PASSWORD },
  { login: 'compliance2', name: '윤슬기', roles: ['COMPLIANCE'], password: DEMO_PASSWORD },
  { login: 'director', name: '강마루', roles: ['APPROVER'], rank: 'DIRECTOR', password: DEMO_PASSWORD },
  { login: 'executive', name: '서이든', roles: ['APPROVER'], rank: 'EXECUTIVE', password: DEMO_PASSWORD },
  { login: 'head', name: '오하늘', roles: ['APPROVER'], rank: 'HEAD', password: DEMO_PASSWORD },
  { login: 'committee1', name: '문보라', roles: ['COMMITTEE'], password: DEMO_PASSWORD },
  { login: 'committee2', name: '배도윤', roles: ['COMMITTEE'], password: DEMO_PASSWORD },
  { login: 'auditor', name: '최가람', roles: ['AUDITOR'], validThrough: localDate('2099-12-31'), password: DEMO_PASSWORD },
  { login: 'admin', name: '한솔', roles: ['ADMIN'], password: DEMO_PASSWORD },
  { login: 'admin2', name: '송아라', roles: ['ADMIN'], password: DEMO_PASSWORD },
];
