import { defineChart, type Chart } from '#libs/journal';

const chart = (code: string, definition: Omit<Chart, 'code' | 'unit' | 'floor'>): Chart => defineChart({ unit: 'KRW', floor: null, ...definition, code });

/** What the fair value of a deal is above its cost, or below: with the cost it is the fair value. */
export const FAIR_VALUE_ADJUSTMENT = chart('fund.fair-value-adjustment', { class: 'ASSET', normalSide: 'D', name: { ko: '투자자산 평가차액', en: 'Fair-value adjustment' } });
export const UNREALISED_GAIN = chart('fund.unrealised-gain', { class: 'EQUITY', normalSide: 'C', name: { ko: '미실현 평가손익', en: 'Unrealised gains and losses' } });
export const IMPAIRMENT_LOSS = chart('fund.impairment-loss', { class: 'EXPENSE', normalSide: 'D', name: { ko: '투자자산 손상차손', en: 'Impairment losses' } });

export const FAIR_VALUE_CHARTS = [FAIR_VALUE_ADJUSTMENT, UNREALISED_GAIN, IMPAIRMENT_LOSS];
