import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useMirror } from '../state/mirror.ts';
import { Pages } from './pages.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { Surroundings } from './surroundings.tsx';
import './manager.css';

/** The manager window: sign-in for whoever is not signed in, the pages for whoever is. */
export function Manager() {
  const session = useMirror((mirror) => mirror.session);
  const environment = useMirror((mirror) => mirror.environment);
  const [prefixRemoved, setPrefixRemoved] = useState(false);
  if (session === undefined || environment === undefined || session.kind === 'restoring') {
    return <main className="manager-wait">Starting…</main>;
  }
  return (
    <I18nProvider locale={environment.locale}>
      <div className="manager">
        <Surroundings environment={environment} />
        {session.kind === 'signed-in' ? (
          <Pages
            session={session}
            prefixRemoved={prefixRemoved}
            onDismissPrefix={() => setPrefixRemoved(false)}
          />
        ) : (
          <SignInPage session={session} onSignedIn={setPrefixRemoved} />
        )}
      </div>
    </I18nProvider>
  );
}
