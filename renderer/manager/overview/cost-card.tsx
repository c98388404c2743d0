import { useState } from 'react';
import { FieldError, Group, Input, Label, NumberField, Text, TextField } from 'react-aria-components';
import { currencySchema, formatMoney, formatRoughMoney } from '../../../electron/contract/money-text.ts';
import { formatDayAt } from '../../../electron/contract/time-text.ts';
import { unknownText } from '../../../electron/contract/traffic-text.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../../state/mirror.ts';

/** What this month's traffic costs, where the person says what a GB does: Oxylabs tells no price. */
export function CostCard() {
  const price = useMirror((mirror) => mirror.settings?.pricePerGb) ?? null;
  const currency = useMirror((mirror) => mirror.settings?.currency) ?? 'USD';
  return (
    <section className="card" aria-labelledby="cost">
      <h2 id="cost">Cost</h2>
      <div className="price">
        <NumberField
          className="field"
          value={price ?? Number.NaN}
          minValue={0}
          onChange={(value) =>
            void bridge.command('changeSettings', {
              pricePerGb: Number.isNaN(value) || value === 0 ? null : value,
            })
          }
          formatOptions={{ maximumFractionDigits: 4, useGrouping: false }}
        >
          <Label>Price of a GB</Label>
          <Group>
            <Input />
          </Group>
          <Text slot="description" className="hint">
            As on your invoice. Empty where you would not say.
          </Text>
        </NumberField>
        <CurrencyField currency={currency} />
      </div>
      {price !== null && <Costs price={price} currency={currency} />}
    </section>
  );
}

function CurrencyField({ currency }: { currency: string }) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = currencySchema.safeParse((typed ?? currency).trim().toUpperCase());
  function keep() {
    if (typed === null || !read.success) return;
    setTyped(null);
    if (read.data !== currency) void bridge.command('changeSettings', { currency: read.data });
  }
  return (
    <TextField
      className="field currency"
      value={typed ?? currency}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
      isInvalid={!read.success}
      maxLength={3}
    >
      <Label>Currency</Label>
      <Input />
      <FieldError className="problem">Three letters, like USD or EUR.</FieldError>
    </TextField>
  );
}

function Costs({ price, currency }: { price: number; currency: string }) {
  const usedGb = useMirror((mirror) => mirror.traffic?.month?.trafficGb) ?? null;
  const forecast = useMirror((mirror) => mirror.outlook?.forecast);
  const old = useMirror((mirror) => mirror.traffic?.stale) ?? false;
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  return (
    <dl className="facts wide">
      <dt>This month so far</dt>
      <dd className={old ? 'figure faded' : 'figure'}>
        {usedGb === null ? unknownText : formatMoney(usedGb * price, currency, locale)}
      </dd>
      {forecast?.kind === 'forecast' && (
        <>
          <dt>By {formatDayAt(forecast.endsAt - 1, locale)}</dt>
          <dd>
            about {formatRoughMoney(forecast.endGb * price, currency, locale)}, between{' '}
            {formatRoughMoney(forecast.lowGb * price, currency, locale)} and{' '}
            {formatRoughMoney(forecast.highGb * price, currency, locale)}
          </dd>
        </>
      )}
    </dl>
  );
}
