import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { DomainError, invalidField } from '#libs/errors';
import { normaliseName } from '#libs/identifier';
import { ensureParties, partyKey, type PartyDraft } from '#libs/party';
import { PartyRelationEndEntity } from './party-relation-end.entity.js';
import { PartyRelationEntity } from './party-relation.entity.js';
import { getRelation, listRelationsOf } from './related-party.query.js';
import type { RecordedRelation } from './related-party.js';

export interface RecordRelation {
  readonly from: PartyDraft;
  readonly relation: RecordedRelation;
  readonly to: PartyDraft;
  readonly shareBasisPoints: number | null;
  readonly keyManager: boolean;
  readonly validFrom: LocalDate;
  readonly source: string;
}

export interface EndRelation {
  readonly relationId: string;
  readonly endedOn: LocalDate;
  readonly reason: string;
}

/** Both ways: whoever is married or affiliated is so to both. */
const MUTUAL: readonly RecordedRelation[] = ['MARRIED_TO', 'AFFILIATED_WITH'];

@Injectable()
export class RelatedPartyService {
  /** `related-party.record`: how one party stands to another from a day on. Deals from then on are checked against it, in every fund. */
  readonly record: Command<RecordRelation, { id: string }> = {
    name: 'related-party.record',
    execute: async (tx, context, input) => {
      requireFields(input);
      const ids = await ensureParties(tx, [input.from, input.to]);
      const idOf = (party: PartyDraft): string => ids.get(partyKey(party, normaliseName(party.name))) ?? '';
      const [fromId, toId] = [idOf(input.from), idOf(input.to)];
      if (fromId === toId) {
        throw invalidField('/to', 'related-party.of-itself', { ko: '서로 다른 두 당사자여야 합니다.', en: 'It takes two different parties.' });
      }
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('party relations', 0))`);
      const standing = (await listRelationsOf(tx, fromId)).find(
        (each) =>
          each.relation === input.relation &&
          (each.validTo === null || each.validTo >= input.validFrom) &&
          ((each.fromId === fromId && each.toId === toId) || (MUTUAL.includes(input.relation) && each.fromId === toId && each.toId === fromId)),
      );
      if (standing !== undefined) {
        throw new DomainError('conflict', 'related-party.stands-already', {
          ko: '이미 등록된 관계입니다. 내용이 바뀌었다면 먼저 종료한 뒤 다시 등록해 주세요.',
          en: 'This relation stands already. If it has changed, end it first and record it anew.',
        });
      }
      const { from: _from, to: _to, ...rest } = input;
      const id = randomUUID();
      await tx.insert(PartyRelationEntity, { ...rest, id, fromId, toId, knownAt: context.now, commandId: context.commandId });
      return { id };
    },
  };

  /** `related-party.end`: the last day on which a relation stood. Deals judged before stay as they were. */
  readonly end: Command<EndRelation, { id: string }> = {
    name: 'related-party.end',
    execute: async (tx, context, { relationId, endedOn, reason }) => {
      const relation = await getRelation(tx, relationId);
      if (relation.validTo !== null) {
        throw new DomainError('conflict', 'related-party.ended-already', { ko: '이미 종료된 관계입니다.', en: 'The relation has been ended already.' });
      }
      if (endedOn < relation.validFrom || endedOn > context.today) {
        throw invalidField('/endedOn', 'related-party.end-date', {
          ko: `종료일은 시작일(${relation.validFrom})과 오늘 사이여야 합니다.`,
          en: `The last day lies between ${relation.validFrom} and today.`,
        });
      }
      await tx.insert(PartyRelationEndEntity, { relationId, endedOn, reason, knownAt: context.now, commandId: context.commandId });
      return { id: relationId };
    },
  };
}

function requireFields({ relation, shareBasisPoints, keyManager }: RecordRelation): void {
  if ((relation === 'OWNED_BY') !== (shareBasisPoints !== null && shareBasisPoints > 0)) {
    throw invalidField('/shareBasisPoints', 'related-party.share', {
      ko: relation === 'OWNED_BY' ? '주주 관계에는 지분율이 필요합니다.' : '지분율은 주주 관계에만 입력합니다.',
      en: relation === 'OWNED_BY' ? 'An owner holds some part: give it.' : 'Only owners hold a part. Leave it out.',
    });
  }
  if (keyManager && relation !== 'EMPLOYS') {
    throw invalidField('/keyManager', 'related-party.key-manager', { ko: '핵심운용인력은 임직원 관계에만 표시합니다.', en: 'Only staff can be key managers.' });
  }
}
