import type { ChainFault } from '../chain/chain-check.js';
import type { Batch } from '../chain/batch.js';
import { sealFinding, type Finding, type FindingKind } from './finding.js';

const KINDS: Readonly<Record<ChainFault, FindingKind>> = { HASH: 'CHAIN', ORDER: 'CHAIN', LINK: 'CHAIN', SIGNATURE: 'SIGNATURE', KEY_UNKNOWN: 'KEY' };

/** A fault of the chain as people read it. */
export function chainFinding(fault: ChainFault, { number, keyName }: Batch): Finding {
  return sealFinding(KINDS[fault], number, TEXTS[fault](number, keyName));
}

const TEXTS: Readonly<Record<ChainFault, (number: number, keyName: string) => { ko: string; en: string }>> = {
  HASH: (number) => ({ ko: `봉인 ${number}회차의 머리글이 그 해시와 맞지 않습니다.`, en: `The header of batch ${number} does not have its hash.` }),
  SIGNATURE: (number) => ({ ko: `봉인 ${number}회차의 서명이 이 기관의 키로 한 것이 아닙니다.`, en: `Batch ${number} is not signed with the key of this installation.` }),
  KEY_UNKNOWN: (number, keyName) => ({
    ko: `봉인 ${number}회차를 서명한 키 '${keyName}'의 공개키가 없어 확인할 수 없습니다. --public-key 로 지정해 주세요.`,
    en: `There is no public key '${keyName}' to check batch ${number} with. Give it with --public-key.`,
  }),
  ORDER: (number) => ({ ko: `봉인 ${number}회차가 앞 회차에 이어지지 않습니다. 회차가 빠졌거나 순서가 바뀌었습니다.`, en: `Batch ${number} does not come next: a batch is missing or out of order.` }),
  LINK: (number) => ({ ko: `봉인 ${number}회차가 앞 회차의 해시를 담고 있지 않습니다.`, en: `Batch ${number} does not carry the hash of the batches before it.` }),
};
