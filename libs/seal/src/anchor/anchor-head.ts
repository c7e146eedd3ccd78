import type { Command } from '#libs/command';
import { DomainError } from '#libs/errors';
import { findHead } from '../chain/chain.query.js';
import { insertAnchor } from './anchor.store.js';

/** `seal.anchor`: remembers the head of the chain as the one that is carried out; a head that was carried out stays so. */
export const anchorSeal: Command<Readonly<Record<string, never>>, { readonly number: number }> = {
  name: 'seal.anchor',
  execute: async (tx, context) => {
    const head = await findHead(tx);
    if (head === null) throw nothingSealed();
    await insertAnchor(tx, { number: head.number, chainHash: head.chainHash, anchoredOn: context.today });
    return { number: head.number };
  },
};

function nothingSealed(): DomainError {
  return new DomainError('conflict', 'seal.nothing-sealed', {
    ko: '아직 봉인된 자료가 없습니다. 잠시 뒤에 다시 시도해 주세요.',
    en: 'Nothing is sealed yet. Try again in a moment.',
  });
}
