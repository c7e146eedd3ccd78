import type { LocalDate } from '#libs/calendar';
import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecordedRelation } from './related-party.js';

@Entity('party_relation')
export class PartyRelationEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'from_id' })
  fromId!: string;

  @Column('text')
  relation!: RecordedRelation;

  @Column('uuid', { name: 'to_id' })
  toId!: string;

  @Column('integer', { name: 'share_basis_points', nullable: true })
  shareBasisPoints!: number | null;

  @Column('boolean', { name: 'key_manager' })
  keyManager!: boolean;

  @Column('date', { name: 'valid_from' })
  validFrom!: LocalDate;

  @Column('text')
  source!: string;
}
