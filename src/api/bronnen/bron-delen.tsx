/** What decides which parts can be used. */
export type Openheid = {
  /** Why nothing can be fetched; undefined where it can. */
  readonly dicht: string | undefined;
  /** Whether people may put something in on this server. */
  readonly invoer: boolean;
  /** The year that is proposed for borders. */
  readonly jaar: number;
};

/** Asks PDOK for borders. */
export function Grenzen({ dicht, invoer, jaar }: Openheid) {
  return (
    <>
      <h3>Gemeentegrenzen van PDOK</h3>
      <p>
        De grenzen van CBS en het Kadaster (CC BY 4.0), van één jaar. De kaart gebruikt ze meteen.
      </p>
      {invoer && dicht === undefined && (
        <form class="bronvraag" method="post" action="/bronnen/grenzen">
          <Jaar id="jaar" jaar={jaar} />
          <button type="submit" class="rustig">
            Haal de grenzen op
          </button>
        </form>
      )}
    </>
  );
}

function Jaar({ id, jaar }: { readonly id: string; readonly jaar: number }) {
  return (
    <div class="veld">
      <label for={id}>Jaar van de grenzen</label>
      <input id={id} name="jaar" type="text" inputmode="numeric" value={`${jaar}`} required />
    </div>
  );
}

/** Asks the Nationale Woningbouwkaart for totals. */
export function Woningbouwkaart({ dicht, invoer }: Openheid) {
  return (
    <>
      <h3>Plancapaciteit van de Nationale Woningbouwkaart</h3>
      <p>
        Woningen in plannen per gemeente en per woondealregio: netto, hard en zacht. Een licentie
        noemt de bron niet; vraag die na voordat u de cijfers doorgeeft. Wat de bron als
        woondealregio noemt, leggen wij naast onze indelingen. Wij veranderen die niet.
      </p>
      {invoer && dicht === undefined && (
        <form class="bronvraag" method="post" action="/bronnen/woningbouwkaart">
          <div class="veld">
            <label for="moment">Dag waarvoor de cijfers gelden</label>
            <input id="moment" name="moment" type="text" aria-describedby="moment-hint" />
            <span class="hint" id="moment-hint">
              Alleen nodig als de bron zelf geen dag noemt, bijvoorbeeld 2025-10-01.
            </span>
          </div>
          <button type="submit" class="rustig">
            Haal de plancapaciteit op
          </button>
        </form>
      )}
    </>
  );
}

/** What has no address that a program can ask. */
export function Monitor() {
  return (
    <>
      <h3>Monitor Huisvesting Aandachtsgroepen</h3>
      <p>
        Van deze monitor is ons geen adres bekend waar een programma de cijfers kan opvragen. Sla de
        export op als bestand en <a href="/inleveringen">lever dat in</a>. Aantallen onder de tien
        per gemeente toont Woonregie nooit.
      </p>
    </>
  );
}

/** Takes borders from a file of one's own. */
export function Grensbestand({ invoer, jaar }: Openheid) {
  if (!invoer) return null;
  return (
    <>
      <h3>Gemeentegrenzen uit een bestand</h3>
      <p>
        Voor een computer zonder internet. GeoJSON of TopoJSON, in graden of in meters
        Rijksdriehoek, met de gemeentecode in «statcode», «identificatie» of «code».
      </p>
      <form
        class="bronvraag"
        method="post"
        action="/bronnen/grenzen-bestand"
        enctype="multipart/form-data"
      >
        <Jaar id="jaar-bestand" jaar={jaar} />
        <div class="veld">
          <label for="bestand">Bestand</label>
          <input
            id="bestand"
            name="bestand"
            type="file"
            accept=".json,.geojson,.topojson"
            required
          />
        </div>
        <button type="submit" class="rustig">
          Lees de grenzen in
        </button>
      </form>
    </>
  );
}
