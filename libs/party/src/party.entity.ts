import type { LocalDate } from '#libs/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartyKind } from './party.js';

@Entity('party')
export class PartyEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: PartyKind;

  @Column('text')
  name!: string;

  @Column('text', { name: 'match_name' })
  matchName!: string;

  @Column('char', { name: 'business_number', length: 10, nullable: true })
  businessNumber!: string | null;

  @Column('char', { name: 'corporate_number', length: 13, nullable: true })
  corporateNumber!: string | null;

  @Column('date', { name: 'incorporated_on', nullable: true })
  incorporatedOn!: LocalDate | null;

  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false })
  recordedAt!: Date;
}
