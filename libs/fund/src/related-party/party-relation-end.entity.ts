import type { LocalDate } from '#libs/calendar';
import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('party_relation_end')
export class PartyRelationEndEntity extends Witnessed {
  @PrimaryColumn('uuid', { name: 'relation_id' })
  relationId!: string;

  @Column('date', { name: 'ended_on' })
  endedOn!: LocalDate;

  @Column('text')
  reason!: string;
}
