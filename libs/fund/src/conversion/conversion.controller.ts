import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import type { ContractTerms } from '../deal/deal-term.js';
import type { Instrument } from '../investment/investment.js';
import { ConvertedInvestmentDto, ConvertInvestmentDto } from './conversion.dto.js';
import { ConversionService, type ConvertInvestment } from './conversion.service.js';

@ApiTags('investment')
@Controller('investments/:id/conversions')
export class ConversionController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly conversions: ConversionService,
  ) {}

  @Post()
  @Allow('investment.convert')
  @ApiOperation({ operationId: 'convertInvestment', summary: 'A holding becomes shares without cash; its cost stays where it was paid' })
  @ApiCreatedResponse({ type: ConvertedInvestmentDto })
  async convert(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) investmentId: string,
    @Body() body: ConvertInvestmentDto,
  ): Promise<ConvertedInvestmentDto> {
    const dryRun = body.dryRun === true;
    const { result } = await this.runner.run(this.conversions.convert, { actor, origin, idempotencyKey, dryRun, input: toConvert(investmentId, body) });
    const amounts = { convertedWon: result.convertedWon.toString(), costWon: result.costWon.toString(), leftWon: result.leftWon.toString() };
    return { id: dryRun ? null : result.id, number: dryRun ? null : result.number, dryRun, ...amounts, ownershipPercent: result.ownershipPercent };
  }
}

function toConvert(investmentId: string, body: ConvertInvestmentDto): ConvertInvestment {
  return {
    investmentId,
    instrument: body.instrument as Instrument,
    convertedOn: localDate(body.convertedOn),
    convertedWon: body.convertedWon === undefined ? null : won(body.convertedWon),
    shares: BigInt(body.shares),
    pricePerShareWon: body.pricePerShareWon === undefined ? null : won(body.pricePerShareWon),
    postMoneyWon: body.postMoneyWon === undefined ? null : won(body.postMoneyWon),
    totalShares: body.totalShares === undefined ? null : BigInt(body.totalShares),
    terms: { ...body.terms } as ContractTerms,
    round: body.round ?? null,
    note: body.note ?? null,
  };
}
