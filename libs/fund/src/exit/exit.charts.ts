import { defineChart, type Chart } from '#libs/journal';

const chart = (code: string, definition: Omit<Chart, 'code' | 'unit' | 'floor'> & { floor?: bigint }): Chart => defineChart({ unit: 'KRW', floor: null, ...definition, code });

export const INVESTMENT_INTEREST = chart('fund.investment-interest', { class: 'INCOME', normalSide: 'C', name: { ko: '투자자산 이자·배당수익', en: 'Interest from investments' } });

/** Held back by an agent: no asset yet, because the buyer may still claim it. */
export const ESCROW_HELD = chart('fund.escrow-held', { class: 'MEMO', normalSide: 'D', floor: 0n, name: { ko: '회수대금 유보액(에스크로)', en: 'Sale price held in escrow' } });
export const ESCROW_PROMISED = chart('fund.escrow-promised', { class: 'MEMO', normalSide: 'C', name: { ko: '회수대금 유보 약정', en: 'Sale price promised from escrow' } });

export const EXIT_CHARTS = [INVESTMENT_INTEREST, ESCROW_HELD, ESCROW_PROMISED];
