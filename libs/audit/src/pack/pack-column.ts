import type { Bilingual } from '#libs/errors';
import type { PackColumn } from './pack.js';

export const say = (ko: string, en: string): Bilingual => ({ ko, en });

export const column = (key: string, ko: string, en: string, more: Pick<PackColumn, 'secrecy' | 'total'> = {}): PackColumn => ({ key, header: { ko, en }, ...more });

/** An amount that is added up. */
export const sum = (key: string, ko: string, en: string): PackColumn => column(key, ko, en, { total: true });

export const secret = (key: string, ko: string, en: string, secrecy: NonNullable<PackColumn['secrecy']>): PackColumn => column(key, ko, en, { secrecy });

/** Columns that many lists begin with. */
export const FUND = column('fund', '조합', 'Fund');
/** Where funds and programme years fill one list. */
export const SOURCE = column('fund', '조합·사업', 'Fund or programme');
export const YEAR = column('fund', '사업', 'Programme');
export const DEAL = column('number', '투자번호', 'No.');
export const COMPANY = column('company', '기업', 'Company');
export const BUSINESS_NUMBER = secret('businessNumber', '사업자등록번호', 'Business no.', 'BUSINESS_NUMBER');
