import type { LocalDate } from '#libs/calendar';
import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('deal_trait')
export class DealTraitEntity extends Witnessed {
  @PrimaryColumn('bigint', { insert: false })
  id!: string;

  @Column('uuid', { name: 'investment_id' })
  investmentId!: string;

  @Column('text')
  dimension!: string;

  /** Null takes away what was said before. */
  @Column('text', { nullable: true })
  value!: string | null;

  @Column('date', { name: 'effective_on' })
  effectiveOn!: LocalDate;
}
