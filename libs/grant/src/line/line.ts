import type { Bilingual } from '#libs/errors';

/** Cash moves through an account; in kind is labour, equipment, materials or software of one's own. */
export const RESOURCES = ['CASH', 'IN_KIND'] as const;
export type Resource = (typeof RESOURCES)[number];

/** Lines of a research budget: direct cost D1 to D11, indirect cost I1 to I3 (국가연구개발혁신법 시행령 별표 2). */
export const BUDGET_LINES = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10', 'D11', 'I1', 'I2', 'I3'] as const;
export type BudgetLine = (typeof BUDGET_LINES)[number];

export const LINE_NAMES: Readonly<Record<BudgetLine, Bilingual>> = {
  D1: { ko: '인건비', en: 'Personnel' },
  D2: { ko: '학생인건비', en: 'Student personnel' },
  D3: { ko: '연구시설·장비비', en: 'Facilities and equipment' },
  D4: { ko: '연구재료비', en: 'Materials' },
  D5: { ko: '위탁연구개발비', en: 'Commissioned research' },
  D6: { ko: '국제공동연구개발비', en: 'International joint research' },
  D7: { ko: '연구개발부담비', en: 'Research contributions' },
  D8: { ko: '연구활동비', en: 'Research activities' },
  D9: { ko: '연구수당', en: 'Research allowance' },
  D10: { ko: '보안수당', en: 'Security allowance' },
  D11: { ko: '연구혁신비', en: 'Research innovation' },
  I1: { ko: '인력지원비', en: 'Staff support' },
  I2: { ko: '연구지원비', en: 'Research support' },
  I3: { ko: '성과활용지원비', en: 'Use of results' },
};

/** Indirect cost serves the institution, direct cost the project. */
export const isIndirect = (line: BudgetLine): boolean => line.startsWith('I');
