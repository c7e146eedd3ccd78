import { describe, expect, it } from '@jest/globals';
import { readFields, type DeedField } from './deed-fields.js';

const words = { missing: 'missing', won: 'won', date: 'date', integer: 'integer', percent: 'percent' };
const field = (name: string, kind: DeedField['kind'], more: Partial<DeedField> = {}): DeedField => ({ name, kind, label: name, ...more });

describe('fields of a deed', () => {
  it.each<[DeedField, string, unknown]>([
    [field('name', 'text'), ' 센서 ', { name: '센서' }],
    [field('company.name', 'text'), '(주)가', { company: { name: '(주)가' } }],
    [field('amountWon', 'won'), '1,234,560', { amountWon: '1234560' }],
    [field('on', 'date'), '2026-06-30', { on: '2026-06-30' }],
    [field('year', 'integer'), '2023', { year: 2023 }],
    [field('share', 'percent'), '20.5', { share: 2050 }],
    [field('items', 'list'), '내열, 내습\n진동', { items: ['내열', '내습', '진동'] }],
    [field('note', 'area', { optional: true }), ' ', {}],
    [field('note', 'area', { when: () => false }), '', {}],
  ])('%p of %p is sent as %p', (each, text, body) => {
    expect(readFields([each], { [each.name]: text }, words)).toEqual({ body, found: [] });
  });

  it.each<[DeedField, string, string, string]>([
    [field('name', 'text'), '', '/name', 'missing'],
    [field('company.businessNumber', 'text'), '', '/company/businessNumber', 'missing'],
    [field('amountWon', 'won'), '많이', '/amountWon', 'won'],
    [field('on', 'date'), '어제', '/on', 'date'],
    [field('year', 'integer'), '23년', '/year', 'integer'],
    [field('share', 'percent'), '101', '/share', 'percent'],
    [field('items', 'list'), ' , ', '/items', 'missing'],
  ])('%p of %p is a fault at its field', (each, text, pointer, fault) => {
    expect(readFields([each], { [each.name]: text }, words).found).toEqual([{ pointer, text: fault }]);
  });
});
