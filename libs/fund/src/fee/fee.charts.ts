import { defineChart } from '#libs/journal';

/** Billed and not paid yet; a bill is never paid twice. */
export const FEE_PAYABLE = defineChart({ code: 'fund.fee-payable', class: 'LIABILITY', normalSide: 'C', unit: 'KRW', floor: 0n, name: { ko: '미지급 관리보수', en: 'Fees billed, not paid' } });

export const FEE_CHARTS = [FEE_PAYABLE];
