import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader, type Tx } from '#libs/database';
import { attachmentDisposition } from '#libs/document';
import { Attended, Attending, IdPipe, onlookerOfRows, type Attendance } from '#libs/http';
import { ZERO_WON } from '#libs/money';
import { EXTENSION_MONTHS } from '../change/change.policy.js';
import { latestExtension } from '../change/change.rules.js';
import { recordOf } from '../clawback/clawback.query.js';
import { VoucherPageDto } from '../history/history.dto.js';
import { listAccountLines, listHistory, listRelatives, listServicesOf } from '../history/history.query.js';
import { viewPage, type VoucherPage } from '../history/history.view.js';
import { getVoucher } from '../voucher/voucher.query.js';
import { yearTerms } from '../year/year.policy.js';
import { getYear, policiesOfYear } from '../year/year.query.js';
import { ExportVouchersDto, VoucherListingDto, VouchersQuery } from './listing.dto.js';
import { listVouchers } from './listing.query.js';
import { filterOf, viewListing, viewVoucher } from './listing.view.js';
import { voucherWorkbook } from './listing.xlsx.js';

const DEFAULT_PAGE = 200;
/** A workbook takes everything along that the filter lets through. */
const ALL = 1_000_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('voucher')
@Controller()
export class ListingController {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('voucher-years/:yearId/vouchers')
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'listVouchers', summary: 'The issued vouchers of a year with every figure of the ledger' })
  @ApiOkResponse({ type: VoucherListingDto })
  async list(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string, @Query() query: VouchersQuery): Promise<VoucherListingDto> {
    const [on, offset] = [this.clock.today(), query.offset ?? 0];
    return this.reader.read(actor, async (tx) => {
      await getYear(tx, yearId);
      return viewListing(await listVouchers(tx, { ...filterOf(yearId, query, on), offset, limit: query.limit ?? DEFAULT_PAGE }), offset, on);
    });
  }

  @Post('voucher-years/:yearId/vouchers/export')
  @HttpCode(200)
  @Attended()
  @Allow('voucher.read')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'exportVouchers', summary: 'The same vouchers as a workbook' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string, @Body() body: ExportVouchersDto, @Attending() attendance: Attendance): Promise<StreamableFile> {
    attendance.tell({ phase: 'READING', done: 0, total: null });
    const on = this.clock.today();
    const { year, rows } = await this.reader.read(actor, async (tx) => ({ year: await getYear(tx, yearId), ...(await listVouchers(tx, { ...filterOf(yearId, body, on), offset: 0, limit: ALL })) }));
    const bytes = await voucherWorkbook(year, rows.map((row) => viewVoucher(row, on)), on, this.clock.now(), onlookerOfRows(attendance));
    return new StreamableFile(bytes, { type: XLSX, disposition: attachmentDisposition(`${year.name}_바우처_${on}.xlsx`), length: bytes.length });
  }

  @Get('vouchers/:id')
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'getVoucher', summary: 'One voucher: figures, what may be done now, services, the whole history and its accounts line by line' })
  @ApiOkResponse({ type: VoucherPageDto })
  async get(@CurrentActor() actor: Actor, @Param('id', IdPipe) voucherId: string): Promise<VoucherPageDto> {
    return this.reader.read(actor, async (tx) => viewPage(await this.page(tx, voucherId), this.clock.today()));
  }

  private async page(tx: Tx, voucherId: string): Promise<VoucherPage> {
    const row = await getVoucher(tx, voucherId);
    const year = await getYear(tx, row.yearId);
    const policies = await policiesOfYear(tx, year, this.clock.today());
    const latestValidTo = row.firstValidTo === null ? null : latestExtension(row.firstValidTo, policies.integer(EXTENSION_MONTHS, 0), year, yearTerms(policies));
    return {
      row,
      latestValidTo,
      claimableWon: (await recordOf(tx, { voucherId, serviceId: null, debtorId: null }, ZERO_WON)).claimableWon ?? ZERO_WON,
      services: await listServicesOf(tx, voucherId),
      history: await listHistory(tx, voucherId),
      lines: await listAccountLines(tx, row.yearId, voucherId),
      relatives: await listRelatives(tx, voucherId),
    };
  }
}
