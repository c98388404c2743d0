import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { accountColors } from '../../electron/contract/accounts.ts';
import { AccountDot } from '../ui/account-dot.tsx';
import { Banner } from '../ui/banner.tsx';
import { GaugeIcon } from '../ui/gauge-icon.tsx';
import { Message } from '../ui/message.tsx';
import { Meter } from '../ui/meter.tsx';

/** Shows the parts of `renderer/ui/`. Starting and CrashScreen fill a window: they are among the windows. */
export function UiParts() {
  return (
    <>
      <h2>Both windows</h2>
      <Part name="Banner and Message">
        <Message tone="plain" text="Connected to api.example.com instead of Oxylabs." />
        <Message tone="warning" text="Offline. Oxygauge refreshes when the network is back." />
        <Banner tone="error">
          <p>Oxylabs did not answer in time.</p>
          <button type="button" className="button">
            Try again
          </button>
        </Banner>
      </Part>
      <Part name="Meter">
        {[0, 0.4, 0.85, 0.97, 1.3].map((share) => (
          <Meter key={share} label={`${share}`} share={share} text={`${share * 100} %`} />
        ))}
      </Part>
      <Part name="AccountDot">
        <span className="gallery-icons">
          {accountColors.map((color) => (
            <AccountDot key={color} color={color} />
          ))}
        </span>
      </Part>
      <Part name="Icons">
        <span className="gallery-icons">
          <RefreshCw />
          <RefreshCw className="turning" />
          <GaugeIcon />
        </span>
      </Part>
      <Part name="Buttons">
        <span className="gallery-row">
          <button type="button" className="button">
            Plain
          </button>
          <button type="button" className="button primary">
            Primary
          </button>
          <button type="button" className="button danger">
            Danger
          </button>
          <button type="button" className="button" disabled>
            Disabled
          </button>
        </span>
      </Part>
    </>
  );
}

/** Shows one part with its name. */
export function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="gallery-part" aria-label={name}>
      <h3>{name}</h3>
      {children}
    </section>
  );
}
