import type { LocalDate } from '#libs/calendar';
import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('fund')
export class FundEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'vintage_id' })
  vintageId!: string;

  @Column('text')
  name!: string;

  @Column('uuid', { name: 'general_partner_id' })
  generalPartnerId!: string;

  @Column('text')
  custodian!: string;

  @Column('bigint', { name: 'committed_won', transformer: wonColumn })
  committedWon!: Won;

  @Column('bigint', { name: 'unit_won', transformer: wonColumn })
  unitWon!: Won;

  @Column('date', { name: 'founded_on' })
  foundedOn!: LocalDate;

  @Column('date', { name: 'registered_on', nullable: true })
  registeredOn!: LocalDate | null;

  @Column('date', { name: 'investment_from' })
  investmentFrom!: LocalDate;

  @Column('date', { name: 'investment_to' })
  investmentTo!: LocalDate;

  @Column('date', { name: 'life_to' })
  lifeTo!: LocalDate;
}
