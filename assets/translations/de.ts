<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Move “{entry}” up</source>
        <translation>„{entry}“ nach oben</translation>
    </message>
    <message>
        <source>Move “{entry}” down</source>
        <translation>„{entry}“ nach unten</translation>
    </message>
    <message>
        <source>Remove “{entry}” from “{list}”</source>
        <translation>„{entry}“ aus „{list}“ entfernen</translation>
    </message>
</context>
<context>
    <name>AdviceCard</name>
    <message>
        <source>At {time}</source>
        <translation>Bei {time}</translation>
    </message>
    <message>
        <source>You said</source>
        <translation>Sie sagten</translation>
    </message>
    <message>
        <source>Might land better</source>
        <translation>Käme vielleicht besser an</translation>
    </message>
    <message>
        <source>Try this moment again</source>
        <translation>Diesen Augenblick noch einmal</translation>
    </message>
    <message>
        <source>Try the moment at {time} again</source>
        <translation>Den Augenblick bei {time} noch einmal versuchen</translation>
    </message>
    <message>
        <source>the moment at {time}</source>
        <translation>der Augenblick bei {time}</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the moment at {time} below</source>
        <translation>Den Augenblick bei {time} unten zeigen</translation>
    </message>
    <message>
        <source>I see it otherwise</source>
        <translation>Ich sehe es anders</translation>
    </message>
    <message>
        <source>I see the moment at {time} otherwise</source>
        <translation>Ich sehe den Augenblick bei {time} anders</translation>
    </message>
</context>
<context>
    <name>Before</name>
    <message>
        <source>Before the call</source>
        <translation>Vor dem Gespräch</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>{name} speaks first.</source>
        <translation>{name} spricht zuerst.</translation>
    </message>
</context>
<context>
    <name>Call</name>
    <message>
        <source>The call</source>
        <translation>Das Gespräch</translation>
    </message>
    <message>
        <source>Where the customer is</source>
        <translation>Wo der Kunde gerade ist</translation>
    </message>
    <message>
        <source>Keeping what was recorded …</source>
        <translation>Die Aufnahme wird gesichert …</translation>
    </message>
    <message>
        <source>{place} · again from {time}</source>
        <translation>{place} · noch einmal ab {time}</translation>
    </message>
    <message>
        <source>Paused. Take your time.</source>
        <translation>Pause. Nehmen Sie sich Zeit.</translation>
    </message>
    <message>
        <source>{name} is about to speak</source>
        <translation>{name} spricht gleich</translation>
    </message>
    <message>
        <source>{name} is speaking</source>
        <translation>{name} spricht</translation>
    </message>
    <message>
        <source>You are both speaking</source>
        <translation>Sie sprechen beide</translation>
    </message>
    <message>
        <source>You are speaking</source>
        <translation>Sie sprechen</translation>
    </message>
    <message>
        <source>Listening to you</source>
        <translation>Wir hören Ihnen zu</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Sie sind an der Reihe</translation>
    </message>
    <message>
        <source>{name} takes that in</source>
        <translation>{name} nimmt das auf</translation>
    </message>
    <message>
        <source>The call is over</source>
        <translation>Das Gespräch ist zu Ende</translation>
    </message>
    <message>
        <source>You: “{words}”</source>
        <translation>Sie: „{words}“</translation>
    </message>
    <message>
        <source>The call ended before anything was said.</source>
        <translation>Das Gespräch endete, bevor etwas gesagt wurde.</translation>
    </message>
    <message>
        <source>The call is over. Looking at how it went …</source>
        <translation>Das Gespräch ist zu Ende. Wir sehen nach, wie es lief …</translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a row, or several.</source>
        <translation>Wählen Sie eine Zeile oder mehrere.</translation>
    </message>
    <message>
        <source>Take the tag “{tag}” away</source>
        <translation>Das Stichwort „{tag}“ entfernen</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Stichwort hinzufügen</translation>
    </message>
    <message>
        <source>Add a tag to what is chosen</source>
        <translation>Der Auswahl ein Stichwort geben</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Repeat (R)</source>
        <translation>Wiederholen (R)</translation>
    </message>
    <message>
        <source>Type (T)</source>
        <translation>Tippen (T)</translation>
    </message>
    <message>
        <source>Hand over (H)</source>
        <translation>Weitergeben (H)</translation>
    </message>
    <message>
        <source>End (Esc twice)</source>
        <translation>Beenden (Esc zweimal)</translation>
    </message>
    <message>
        <source>Go on (Space)</source>
        <translation>Weiter (Leertaste)</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Talk while it is held</source>
        <translation>Sprechen, solange sie gehalten wird</translation>
    </message>
    <message>
        <source>Pause, and go on</source>
        <translation>Pause, und weiter</translation>
    </message>
    <message>
        <source>Hear the last line again</source>
        <translation>Den letzten Satz noch einmal hören</translation>
    </message>
    <message>
        <source>Type, or close the field</source>
        <translation>Tippen, oder das Feld schließen</translation>
    </message>
    <message>
        <source>Propose a hand-over</source>
        <translation>Eine Weitergabe vorschlagen</translation>
    </message>
    <message>
        <source>End the call, pressed twice</source>
        <translation>Das Gespräch beenden, zweimal gedrückt</translation>
    </message>
    <message>
        <source>Press again to end</source>
        <translation>Noch einmal drücken, um zu beenden</translation>
    </message>
</context>
<context>
    <name>CourseChart</name>
    <message>
        <source>A little chart</source>
        <translation>Ein kleines Diagramm</translation>
    </message>
    <message>
        <source>The dot before</source>
        <translation>Der Punkt davor</translation>
    </message>
    <message>
        <source>The dot after</source>
        <translation>Der Punkt danach</translation>
    </message>
    <message>
        <source>Open its rehearsal</source>
        <translation>Seine Übung öffnen</translation>
    </message>
</context>
<context>
    <name>Courses</name>
    <message>
        <source>Marks</source>
        <translation>Noten</translation>
    </message>
    <message>
        <source>The last ten of each, from 0 to 100, the newest on the right; the line is their median.</source>
        <translation>Jeweils die letzten zehn, von 0 bis 100, die neueste rechts; die Linie ist ihr Median.</translation>
    </message>
    <message>
        <source>In the call</source>
        <translation>Im Gespräch</translation>
    </message>
    <message>
        <source>What you practise</source>
        <translation>Was Sie üben</translation>
    </message>
    <message>
        <source>Your pace under pressure</source>
        <translation>Ihr Tempo unter Druck</translation>
    </message>
    <message>
        <source>How often you cut in</source>
        <translation>Wie oft Sie unterbrechen</translation>
    </message>
    <message>
        <source>How you judge yourself</source>
        <translation>Wie Sie sich selbst einschätzen</translation>
    </message>
    <message>
        <source>from your mark for {mark}</source>
        <translation>aus Ihrer Note für {mark}</translation>
    </message>
    <message>
        <source>Not practised and rated yet: {competences}.</source>
        <translation>Noch nicht geübt und bewertet: {competences}.</translation>
    </message>
    <message>
        <source>usually {figure}</source>
        <translation>meist {figure}</translation>
    </message>
    <message>
        <source>The last ones: {figures}</source>
        <translation>Die letzten: {figures}</translation>
    </message>
    <message>
        <source>{figure} (Return opens it)</source>
        <translation>{figure} (die Eingabetaste öffnet es)</translation>
    </message>
</context>
<context>
    <name>CueLine</name>
    <message>
        <source>Let {name} finish</source>
        <translation>Lassen Sie {name} ausreden</translation>
    </message>
    <message>
        <source>Keep it shorter</source>
        <translation>Fassen Sie sich kürzer</translation>
    </message>
    <message>
        <source>Slow down a little</source>
        <translation>Etwas langsamer</translation>
    </message>
    <message>
        <source>Name the feeling</source>
        <translation>Benennen Sie das Gefühl</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Voice and listening</source>
        <translation>Stimme und Zuhören</translation>
    </message>
    <message>
        <source>Show the customer&apos;s words as they speak</source>
        <translation>Zeigen, was der Kunde sagt, während er spricht</translation>
    </message>
    <message>
        <source>Show the customer&apos;s face</source>
        <translation>Das Gesicht des Kunden zeigen</translation>
    </message>
    <message>
        <source>When you pause: {pace}</source>
        <translation>Wenn Sie innehalten: {pace}</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>No captions</source>
        <translation>Keine Untertitel</translation>
    </message>
    <message>
        <source>A face</source>
        <translation>Ein Gesicht</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Kein Gesicht</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save and rehearse</source>
        <translation>Speichern und üben</translation>
    </message>
    <message>
        <source>Make a copy to change it</source>
        <translation>Zum Ändern kopieren</translation>
    </message>
    <message>
        <source>All scenarios</source>
        <translation>Alle Szenarien</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Try from here</source>
        <translation>Ab hier probieren</translation>
    </message>
    <message>
        <source>Begins on the test bench with the line in which the cursor is.</source>
        <translation>Beginnt auf dem Prüfstand mit dem Satz, in dem die Schreibmarke steht.</translation>
    </message>
    <message numerus="yes">
        <source>Mistakes to mend before it can be rehearsed: %n.</source>
        <translation>
            <numerusform>Fehler, die vor dem Üben zu beheben sind: %n.</numerusform>
            <numerusform>Fehler, die vor dem Üben zu beheben sind: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It can be rehearsed. What could be better: %n.</source>
        <translation>
            <numerusform>Es lässt sich üben. Was besser sein könnte: %n.</numerusform>
            <numerusform>Es lässt sich üben. Was besser sein könnte: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be rehearsed, and nothing is left to mend.</source>
        <translation>Es lässt sich üben, und nichts ist mehr zu beheben.</translation>
    </message>
    <message>
        <source>It came with the program and can be read and tried, not changed.</source>
        <translation>Es kam mit dem Programm und lässt sich lesen und probieren, nicht ändern.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Not saved yet. What you typed is kept as a draft.</source>
        <translation>Noch nicht gespeichert. Was Sie getippt haben, ist als Entwurf gesichert.</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Als {name} gespeichert.</translation>
    </message>
    <message>
        <source>It has mistakes and is kept as a draft. Mend what is listed, then save.</source>
        <translation>Es hat Fehler und ist als Entwurf gesichert. Beheben Sie, was aufgelistet ist, und speichern Sie dann.</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>A list of the form</source>
        <translation>Eine Liste des Formulars</translation>
    </message>
    <message>
        <source>Another entry below</source>
        <translation>Noch ein Eintrag darunter</translation>
    </message>
    <message>
        <source>Take an empty entry away</source>
        <translation>Einen leeren Eintrag wegnehmen</translation>
    </message>
    <message>
        <source>{list}, {number}</source>
        <translation>{list}, {number}</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>(silence)</source>
        <translation>(Stille)</translation>
    </message>
    <message>
        <source>Anger {pressure} of 100, trust {trust} of 100</source>
        <translation>Ärger {pressure} von 100, Vertrauen {trust} von 100</translation>
    </message>
    <message>
        <source>(says nothing)</source>
        <translation>(sagt nichts)</translation>
    </message>
    <message>
        <source>{line}: {when}</source>
        <translation>{line}: {when}</translation>
    </message>
    <message>
        <source>It ends here. {why}</source>
        <translation>Hier endet es. {why}</translation>
    </message>
    <message>
        <source>nothing that moves them</source>
        <translation>nichts, was sie bewegt</translation>
    </message>
    <message>
        <source>They hear: {what}</source>
        <translation>Gehört wird: {what}</translation>
    </message>
    <message>
        <source>right: {names}</source>
        <translation>richtig: {names}</translation>
    </message>
    <message>
        <source>wrong: {names}</source>
        <translation>falsch: {names}</translation>
    </message>
    <message>
        <source>asked for: {names}</source>
        <translation>erfragt: {names}</translation>
    </message>
    <message>
        <source>a fitting offer: {names}</source>
        <translation>ein passendes Angebot: {names}</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>ein Zeitpunkt</translation>
    </message>
    <message>
        <source>a promise that is too much</source>
        <translation>ein Versprechen, das zu weit geht</translation>
    </message>
    <message>
        <source>a kind no</source>
        <translation>ein freundliches Nein</translation>
    </message>
    <message>
        <source>what went wrong</source>
        <translation>was schiefging</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Put sound clips into the web page</source>
        <translation>Tonausschnitte in die Webseite legen</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>Der Bericht liegt in {path}.</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Sound (*.flac *.wav)</source>
        <translation>Ton (*.flac *.wav)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Report as a web page …</source>
        <translation>Bericht als Webseite …</translation>
    </message>
    <message>
        <source>Report as a PDF …</source>
        <translation>Bericht als PDF …</translation>
    </message>
    <message>
        <source>Sound of the call …</source>
        <translation>Ton des Gesprächs …</translation>
    </message>
    <message>
        <source>The sound is in {path}.</source>
        <translation>Der Ton liegt in {path}.</translation>
    </message>
    <message>
        <source>All data, as JSON …</source>
        <translation>Alle Daten als JSON …</translation>
    </message>
    <message>
        <source>The data is in {path}.</source>
        <translation>Die Daten liegen in {path}.</translation>
    </message>
</context>
<context>
    <name>Extra</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>{act}: {title}</source>
        <translation>{act}: {title}</translation>
    </message>
    <message>
        <source>Add “{title}”</source>
        <translation>„{title}“ hinzufügen</translation>
    </message>
</context>
<context>
    <name>Face</name>
    <message>
        <source>{name}, {mood}</source>
        <translation>{name}, {mood}</translation>
    </message>
    <message>
        <source>Drawn by the scenario: pressure {pressure} of 100</source>
        <translation>Vom Szenario gezeichnet: Anspannung {pressure} von 100</translation>
    </message>
    <message>
        <source>at ease</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>tense</source>
        <translation>angespannt</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>verärgert</translation>
    </message>
    <message>
        <source>furious</source>
        <translation>wütend</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>The text can&apos;t be read. The form waits until its mistake is mended.</source>
        <translation>Der Text lässt sich nicht lesen. Das Formular wartet, bis sein Fehler behoben ist.</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Number {number}</source>
        <translation>Nummer {number}</translation>
    </message>
</context>
<context>
    <name>GuideCard</name>
    <message>
        <source>What you could do now</source>
        <translation>Was Sie jetzt tun können</translation>
    </message>
    <message>
        <source>Step {number} of {all}</source>
        <translation>Schritt {number} von {all}</translation>
    </message>
    <message>
        <source>You could say</source>
        <translation>Sie könnten sagen</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Zuhören</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Anerkennen</translation>
    </message>
    <message>
        <source>Clarify</source>
        <translation>Klären</translation>
    </message>
    <message>
        <source>Solve</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>Dranbleiben</translation>
    </message>
    <message>
        <source>Let them tell all of it.</source>
        <translation>Lassen Sie alles erzählen.</translation>
    </message>
    <message>
        <source>Name how it feels, and that they may feel so.</source>
        <translation>Benennen Sie, wie es sich anfühlt und dass das so sein darf.</translation>
    </message>
    <message>
        <source>Give back what you heard, and ask.</source>
        <translation>Geben Sie zurück, was Sie gehört haben, und fragen Sie.</translation>
    </message>
    <message>
        <source>Say what you will do, and by when.</source>
        <translation>Sagen Sie, was Sie tun werden und bis wann.</translation>
    </message>
    <message>
        <source>Ask whether that suits them.</source>
        <translation>Fragen Sie, ob das passt.</translation>
    </message>
    <message>
        <source>Promise to look after it, and how.</source>
        <translation>Versprechen Sie, sich darum zu kümmern, und wie.</translation>
    </message>
</context>
<context>
    <name>HearingPart</name>
    <message>
        <source>Which one</source>
        <translation>Welche</translation>
    </message>
    <message>
        <source>Looking who can listen …</source>
        <translation>Wir sehen nach, wer zuhören kann …</translation>
    </message>
    <message>
        <source>Bring in a zip file …</source>
        <translation>ZIP-Datei hereinholen …</translation>
    </message>
    <message>
        <source>Bring in a folder …</source>
        <translation>Ordner hereinholen …</translation>
    </message>
    <message>
        <source>Recogniser</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>Speech models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>A larger one hears better and needs more memory. All work without a network.</source>
        <translation>Ein größeres hört besser und braucht mehr Speicher. Alle arbeiten ohne Netz.</translation>
    </message>
    <message>
        <source>A model from a USB stick can be brought in as a zip file or a folder.</source>
        <translation>Ein Modell von einem USB-Stick lässt sich als ZIP-Datei oder Ordner hereinholen.</translation>
    </message>
    <message>
        <source>No network here? On another computer, download {url} to a USB stick, then bring the zip file in.</source>
        <translation>Hier ist kein Netz? Laden Sie an einem anderen Computer {url} auf einen USB-Stick und holen Sie die ZIP-Datei dann herein.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>The best that is installed.</source>
        <translation>Das beste, das installiert ist.</translation>
    </message>
    <message>
        <source>Always here; mishears a lot.</source>
        <translation>Immer da; verhört sich oft.</translation>
    </message>
    <message>
        <source>Not installed now. Install it, or choose another.</source>
        <translation>Zurzeit nicht installiert. Installieren Sie es oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Speech models (*.zip)</source>
        <translation>Sprachmodelle (*.zip)</translation>
    </message>
    <message>
        <source>Bring in a speech model</source>
        <translation>Sprachmodell hereinholen</translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>Hold M to talk</source>
        <translation>Zum Sprechen M halten</translation>
    </message>
    <message>
        <source>Let go to finish</source>
        <translation>Loslassen, wenn Sie fertig sind</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Fetching the people you can talk to …</source>
        <translation>Wir holen die Menschen, mit denen Sie sprechen können …</translation>
    </message>
    <message>
        <source>What you have practised</source>
        <translation>Was Sie geübt haben</translation>
    </message>
    <message>
        <source>Bring in more scenarios …</source>
        <translation>Weitere Szenarien hereinholen …</translation>
    </message>
    <message>
        <source>Everything stays on this computer, and you can stop whenever you like.</source>
        <translation>Alles bleibt auf diesem Computer, und Sie können jederzeit aufhören.</translation>
    </message>
    <message>
        <source>Search the people</source>
        <translation>Die Menschen durchsuchen</translation>
    </message>
    <message>
        <source>There is nobody here yet to talk to.</source>
        <translation>Hier ist noch niemand, mit dem Sie sprechen könnten.</translation>
    </message>
    <message>
        <source>{name} is rehearsing now.</source>
        <translation>Jetzt übt {name}.</translation>
    </message>
    <message>
        <source>{greeting}, {name}</source>
        <translation>{greeting}, {name}</translation>
    </message>
    <message>
        <source>Packs of scenarios (*.zip)</source>
        <translation>Pakete mit Szenarien (*.zip)</translation>
    </message>
    <message>
        <source>Bring in more scenarios</source>
        <translation>Weitere Szenarien hereinholen</translation>
    </message>
    <message>
        <source>Choose another …</source>
        <translation>Eine andere wählen …</translation>
    </message>
    <message>
        <source>You can rehearse these too now: {titles}.</source>
        <translation>Das können Sie jetzt auch üben: {titles}.</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Guten Abend</translation>
    </message>
</context>
<context>
    <name>How</name>
    <message>
        <source>Where it starts</source>
        <translation>Wo es beginnt</translation>
    </message>
    <message>
        <source>Kept a whole mark of 0 to 100</source>
        <translation>Als ganze Note von 0 bis 100</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Syllables</source>
        <translation>Silben</translation>
    </message>
    <message>
        <source>Speaking time</source>
        <translation>Redezeit</translation>
    </message>
    <message>
        <source>Speaking time without pauses</source>
        <translation>Redezeit ohne Pausen</translation>
    </message>
    <message>
        <source>A pause</source>
        <translation>Eine Pause</translation>
    </message>
    <message>
        <source>All pauses</source>
        <translation>Alle Pausen</translation>
    </message>
    <message>
        <source>Before a reply</source>
        <translation>Vor einer Antwort</translation>
    </message>
    <message>
        <source>The reply</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>A filler</source>
        <translation>Ein Fülllaut</translation>
    </message>
    <message>
        <source>In your sound check</source>
        <translation>In Ihrer Tonprobe</translation>
    </message>
    <message>
        <source>After an outburst</source>
        <translation>Nach einem Ausbruch</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Sonst</translation>
    </message>
    <message>
        <source>How?</source>
        <translation>Wie?</translation>
    </message>
    <message>
        <source>How was this made: {figure}</source>
        <translation>Wie das entstand: {figure}</translation>
    </message>
    <message>
        <source>How “{figure}” was made</source>
        <translation>Wie „{figure}“ entstand</translation>
    </message>
    <message>
        <source>{figure:.0f} a minute</source>
        <translation>{figure:.0f} in der Minute</translation>
    </message>
    <message>
        <source>Smaller ones together: {count}</source>
        <translation>Kleinere zusammen: {count}</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>furious</source>
        <translation>wütend</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>The moment before</source>
        <translation>Der Augenblick davor</translation>
    </message>
    <message>
        <source>The moment after</source>
        <translation>Der Augenblick danach</translation>
    </message>
    <message>
        <source>The first moment</source>
        <translation>Der erste Augenblick</translation>
    </message>
    <message>
        <source>The last moment</source>
        <translation>Der letzte Augenblick</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Näher</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The whole call</source>
        <translation>Das ganze Gespräch</translation>
    </message>
    <message>
        <source>Play it, or stop</source>
        <translation>Abspielen, oder anhalten</translation>
    </message>
</context>
<context>
    <name>LastSeconds</name>
    <message>
        <source>The last 20 seconds: {name} above, you below</source>
        <translation>Die letzten 20 Sekunden: {name} oben, Sie unten</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
</context>
<context>
    <name>LastTime</name>
    <message>
        <source>What you wrote last time</source>
        <translation>Was Sie letztes Mal schrieben</translation>
    </message>
</context>
<context>
    <name>Latest</name>
    <message>
        <source>All rehearsals</source>
        <translation>Alle Übungen</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>Zuletzt</translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>{name}, {age}. {who}</source>
        <translation>{name}, {age}. {who}</translation>
    </message>
    <message>
        <source>You may</source>
        <translation>Sie dürfen</translation>
    </message>
    <message>
        <source>You may not</source>
        <translation>Sie dürfen nicht</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Not yet done</source>
        <translation>Noch nicht geübt</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Practises: {competence}</source>
        <translation>Übt: {competence}</translation>
    </message>
    <message>
        <source>Search: a name, a place, a word</source>
        <translation>Suchen: ein Name, ein Ort, ein Wort</translation>
    </message>
    <message>
        <source>Search the people you can talk to</source>
        <translation>Die Menschen durchsuchen, mit denen Sie sprechen können</translation>
    </message>
    <message>
        <source>Ctrl+F or /</source>
        <translation>Strg+F oder /</translation>
    </message>
    <message>
        <source>Nobody fits all of that.</source>
        <translation>Auf niemanden trifft all das zu.</translation>
    </message>
    <message numerus="yes">
        <source>%n people to talk to</source>
        <translation>
            <numerusform>%n Mensch, mit dem Sie sprechen können</numerusform>
            <numerusform>%n Menschen, mit denen Sie sprechen können</numerusform>
        </translation>
    </message>
    <message>
        <source>One person to talk to</source>
        <translation>Ein Mensch, mit dem Sie sprechen können</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} von {all}</translation>
    </message>
    <message>
        <source>The people you can talk to</source>
        <translation>Die Menschen, mit denen Sie sprechen können</translation>
    </message>
    <message>
        <source>The card before</source>
        <translation>Die Karte davor</translation>
    </message>
    <message>
        <source>The card after</source>
        <translation>Die Karte danach</translation>
    </message>
    <message>
        <source>The card above</source>
        <translation>Die Karte darüber</translation>
    </message>
    <message>
        <source>The card below</source>
        <translation>Die Karte darunter</translation>
    </message>
    <message>
        <source>The first card</source>
        <translation>Die erste Karte</translation>
    </message>
    <message>
        <source>The last card</source>
        <translation>Die letzte Karte</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>{value}, if left out</source>
        <translation>{value}, wenn nichts dasteht</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add to “{list}”</source>
        <translation>Zu „{list}“ hinzufügen</translation>
    </message>
</context>
<context>
    <name>LookPart</name>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Größe der Schrift</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>Show the customer&apos;s words</source>
        <translation>Zeigen, was der Kunde sagt</translation>
    </message>
    <message>
        <source>They appear as they are spoken.</source>
        <translation>Die Wörter erscheinen, wie sie gesprochen werden.</translation>
    </message>
    <message>
        <source>Show the customer&apos;s face</source>
        <translation>Das Gesicht des Kunden zeigen</translation>
    </message>
    <message>
        <source>Its look follows the customer&apos;s mood.</source>
        <translation>Es folgt der Stimmung des Kunden.</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>Das Fenster</translation>
    </message>
    <message>
        <source>In a call</source>
        <translation>Im Gespräch</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Black, white and yellow.</source>
        <translation>Schwarz, Weiß und Gelb.</translation>
    </message>
    <message>
        <source>Where the system tells.</source>
        <translation>Wo das System es mitteilt.</translation>
    </message>
    <message>
        <source>Things move</source>
        <translation>Es bewegt sich etwas</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>Nichts bewegt sich</translation>
    </message>
    <message>
        <source>The window speaks it after the next start.</source>
        <translation>Das Fenster spricht sie nach dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>{mark} (was {before})</source>
        <translation>{mark} (vorher {before})</translation>
    </message>
    <message>
        <source>{what}, not rated: {why}</source>
        <translation>{what}, nicht bewertet: {why}</translation>
    </message>
</context>
<context>
    <name>ModeChoice</name>
    <message>
        <source>How much help you have</source>
        <translation>Wie viel Hilfe Sie haben</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>How much has come</source>
        <translation>Wie viel schon da ist</translation>
    </message>
    <message>
        <source>Installed, {size}</source>
        <translation>Installiert, {size}</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>{size} zu laden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Install {name}</source>
        <translation>{name} installieren</translation>
    </message>
    <message>
        <source>Press again to remove</source>
        <translation>Noch einmal drücken, um zu entfernen</translation>
    </message>
    <message>
        <source>Press again to remove {name}</source>
        <translation>Noch einmal drücken, um {name} zu entfernen</translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation>{name} ist entfernt.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop downloading {name}</source>
        <translation>Das Laden von {name} anhalten</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>MomentCard</name>
    <message>
        <source>Both voices</source>
        <translation>Beide Stimmen</translation>
    </message>
    <message>
        <source>Your voice</source>
        <translation>Ihre Stimme</translation>
    </message>
    <message>
        <source>Voice of {name}</source>
        <translation>Stimme von {name}</translation>
    </message>
    <message>
        <source>heard by the entry {entry}</source>
        <translation>gehört durch den Eintrag {entry}</translation>
    </message>
    <message>
        <source>{points} for {mark}</source>
        <translation>{points} für {mark}</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>How {name} felt</source>
        <translation>Wie es {name} ging</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>The sound</source>
        <translation>Der Ton</translation>
    </message>
    <message>
        <source>(nothing was understood)</source>
        <translation>(nichts verstanden)</translation>
    </message>
    <message>
        <source>Pressure {pressure} of 100.</source>
        <translation>Anspannung {pressure} von 100.</translation>
    </message>
    <message>
        <source>Words of it that went unheard: {count}.</source>
        <translation>Wörter davon, die ungehört blieben: {count}.</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>getippt</translation>
    </message>
    <message>
        <source>Words that may have been misheard: {count}.</source>
        <translation>Wörter, die vielleicht falsch gehört sind: {count}.</translation>
    </message>
    <message>
        <source>Trust: {trust}.</source>
        <translation>Vertrauen: {trust}.</translation>
    </message>
    <message>
        <source>They had by then: {needs}.</source>
        <translation>Bis dahin bekommen: {needs}.</translation>
    </message>
    <message>
        <source>{technique}
Heard by the entry {entry}</source>
        <translation>{technique}
Gehört durch den Eintrag {entry}</translation>
    </message>
    <message>
        <source>{what} at “{word}”; {count} words went unheard</source>
        <translation>{what} bei „{word}“; {count} Wörter blieben ungehört</translation>
    </message>
    <message>
        <source>{change} to {pressure}, {why}</source>
        <translation>{change} auf {pressure}, {why}</translation>
    </message>
    <message>
        <source>{length:.1f} s of silence, announced</source>
        <translation>{length:.1f} s Stille, angekündigt</translation>
    </message>
    <message>
        <source>{length:.1f} s of silence, nobody spoke</source>
        <translation>{length:.1f} s Stille, niemand sprach</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>Add “{entry}” to “{list}”</source>
        <translation>„{entry}“ zu „{list}“ hinzufügen</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <source>Rehearse next</source>
        <translation>Als Nächstes üben</translation>
    </message>
    <message>
        <source>Rehearse this</source>
        <translation>Das üben</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>You rehearsed this on {when} and have not looked at it yet.</source>
        <translation>Das haben Sie am {when} geübt und noch nicht angesehen.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>You broke this off on {when}, after {clock}.</source>
        <translation>Das haben Sie am {when} nach {clock} abgebrochen.</translation>
    </message>
    <message>
        <source>Rehearse it again</source>
        <translation>Noch einmal üben</translation>
    </message>
    <message>
        <source>Because it is a gentle one to begin with.</source>
        <translation>Weil es sanft beginnt.</translation>
    </message>
    <message>
        <source>Because “{competence}” went least well lately: {mark}.</source>
        <translation>Weil „{competence}“ zuletzt am wenigsten gelang: {mark}.</translation>
    </message>
    <message>
        <source>Because you have not practised “{competence}” yet.</source>
        <translation>Weil Sie „{competence}“ noch nicht geübt haben.</translation>
    </message>
    <message>
        <source>Because you have practised “{competence}” less than anything else.</source>
        <translation>Weil Sie „{competence}“ weniger als alles andere geübt haben.</translation>
    </message>
    <message>
        <source>Your last one went well, so this is a step harder.</source>
        <translation>Die letzte Übung lief gut, also ist diese einen Schritt schwerer.</translation>
    </message>
    <message>
        <source>{title}, with {customer}</source>
        <translation>{title}, mit {customer}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und noch %n Zeile.</numerusform>
            <numerusform>Und noch %n Zeilen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Go on to the next, or back</source>
        <translation>Weiter zum Nächsten, oder zurück</translation>
    </message>
    <message>
        <source>Press what has the focus</source>
        <translation>Drücken, was den Fokus hat</translation>
    </message>
</context>
<context>
    <name>OwnMarks</name>
    <message>
        <source>How it went, as you see it</source>
        <translation>Wie es lief, aus Ihrer Sicht</translation>
    </message>
    <message>
        <source>Show me the marks</source>
        <translation>Die Noten zeigen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>How do you think it went?</source>
        <translation>Wie lief es, meinen Sie?</translation>
    </message>
    <message>
        <source>Mark yourself first; then you see how it was rated, side by side.</source>
        <translation>Benoten Sie sich zuerst selbst; dann sehen Sie daneben, wie es bewertet wurde.</translation>
    </message>
</context>
<context>
    <name>PaceChoice</name>
    <message>
        <source>When you pause, the customer waits</source>
        <translation>Wenn Sie innehalten, wartet der Kunde</translation>
    </message>
</context>
<context>
    <name>Path</name>
    <message>
        <source>Practised so far: {so_far}</source>
        <translation>Bisher geübt: {so_far}</translation>
    </message>
    <message>
        <source>{practised} of {all} things to practise</source>
        <translation>{practised} von {all} Fertigkeiten</translation>
    </message>
    <message>
        <source>{competence}: not practised yet</source>
        <translation>{competence}: noch nicht geübt</translation>
    </message>
    <message>
        <source>{competence}: practised once</source>
        <translation>{competence}: einmal geübt</translation>
    </message>
    <message numerus="yes">
        <source>{competence}: practised %n times</source>
        <translation>
            <numerusform>{competence}: %n-mal geübt</numerusform>
            <numerusform>{competence}: %n-mal geübt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonChooser</name>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Return keeps it, Esc leaves it.</source>
        <translation>Die Eingabetaste behält ihn, Esc verwirft ihn.</translation>
    </message>
    <message>
        <source>Who is rehearsing?</source>
        <translation>Wer übt?</translation>
    </message>
    <message>
        <source>{person} is rehearsing. Let somebody else.</source>
        <translation>{person} übt. Jemand anderen wählen.</translation>
    </message>
    <message>
        <source>Someone else …</source>
        <translation>Jemand anderes …</translation>
    </message>
    <message>
        <source>Give a name …</source>
        <translation>Geben Sie einen Namen an …</translation>
    </message>
</context>
<context>
    <name>Piece</name>
    <message>
        <source>Piece {number}</source>
        <translation>Stück {number}</translation>
    </message>
    <message>
        <source>{list}, piece {number}</source>
        <translation>{list}, Stück {number}</translation>
    </message>
    <message>
        <source>Move piece {number} of “{list}” up</source>
        <translation>Stück {number} von „{list}“ nach oben</translation>
    </message>
    <message>
        <source>Move piece {number} of “{list}” down</source>
        <translation>Stück {number} von „{list}“ nach unten</translation>
    </message>
    <message>
        <source>Remove piece {number} from “{list}”</source>
        <translation>Stück {number} aus „{list}“ entfernen</translation>
    </message>
</context>
<context>
    <name>Pieces</name>
    <message>
        <source>Add a piece</source>
        <translation>Ein Stück hinzufügen</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>Werkstatt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>Playback</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play {what}</source>
        <translation>{what} abspielen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>PrivacyPart</name>
    <message>
        <source>The sound of your calls is kept</source>
        <translation>Der Ton Ihrer Gespräche wird aufbewahrt</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>Export everything of mine …</source>
        <translation>Alles von mir exportieren …</translation>
    </message>
    <message>
        <source>Delete everything of mine …</source>
        <translation>Alles von mir löschen …</translation>
    </message>
    <message>
        <source>Delete it all</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Everything of yours</source>
        <translation>Alles von Ihnen</translation>
    </message>
    <message>
        <source>It lies on this computer and nowhere else.</source>
        <translation>Es liegt auf diesem Computer und nirgends sonst.</translation>
    </message>
    <message>
        <source>How much is exported</source>
        <translation>Wie viel exportiert ist</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Für immer</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>Calls can&apos;t be played again then.</source>
        <translation>Gespräche lassen sich dann nicht mehr abspielen.</translation>
    </message>
    <message>
        <source>Nothing is deleted unless you delete it.</source>
        <translation>Nichts wird gelöscht, außer Sie löschen es.</translation>
    </message>
    <message>
        <source>Older sound of everybody who rehearses here is deleted at each start; marks and transcripts stay.</source>
        <translation>Älterer Ton aller, die hier üben, wird bei jedem Start gelöscht; Noten und Mitschriften bleiben.</translation>
    </message>
    <message>
        <source>From the next call on. What is there of everybody who rehearses here is deleted at the next start; marks and transcripts stay.</source>
        <translation>Ab dem nächsten Gespräch. Was es von allen, die hier üben, schon gibt, wird beim nächsten Start gelöscht; Noten und Mitschriften bleiben.</translation>
    </message>
    <message>
        <source>{name} has rehearsed: {calls}. Of these with sound: {sounds}, {size}.</source>
        <translation>{name} hat geübt: {calls}. Davon mit Ton: {sounds}, {size}.</translation>
    </message>
    <message>
        <source>They lie in {folder}</source>
        <translation>Sie liegen in {folder}</translation>
    </message>
    <message>
        <source>This deletes every rehearsal of {name} ({calls}), with sound, marks, transcripts and notes, and for good those that were deleted before ({binned}). Your settings stay. You can undo it until you leave this part.</source>
        <translation>Das löscht jede Übung von {name} ({calls}) mit Ton, Noten, Mitschriften und Notizen, und endgültig die, die schon gelöscht waren ({binned}). Ihre Einstellungen bleiben. Sie können es rückgängig machen, bis Sie diesen Teil verlassen.</translation>
    </message>
    <message>
        <source>Everything of yours is deleted. Undo brings it back.</source>
        <translation>Alles von Ihnen ist gelöscht. „Rückgängig“ holt es zurück.</translation>
    </message>
    <message>
        <source>Everything of yours is back.</source>
        <translation>Alles von Ihnen ist wieder da.</translation>
    </message>
    <message>
        <source>soft-answer-{name}.zip</source>
        <translation>soft-answer-{name}.zip</translation>
    </message>
    <message>
        <source>Export everything of mine</source>
        <translation>Alles von mir exportieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Everything of yours is in {file}. Rehearsals: {count}.</source>
        <translation>Alles von Ihnen ist in {file}. Übungen: {count}.</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Problems</source>
        <translation>Was zu beheben ist</translation>
    </message>
    <message>
        <source>✗ Line {line}: {text}</source>
        <translation>✗ Zeile {line}: {text}</translation>
    </message>
    <message>
        <source>· Line {line}: {text}</source>
        <translation>· Zeile {line}: {text}</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Your best yet in “{title}”: {figure}, after {before} before.</source>
        <translation>Ihre bisher beste in „{title}“: {figure}, vorher {before}.</translation>
    </message>
    <message>
        <source>{mark} has gone up from {before} to {figure}.</source>
        <translation>{mark} ist von {before} auf {figure} gestiegen.</translation>
    </message>
    <message>
        <source>You let everybody finish, in %n rehearsals running.</source>
        <translation>Sie haben in %n Übungen hintereinander alle ausreden lassen.</translation>
    </message>
    <message>
        <source>{mark} held: it was never under {figure} in your last three rehearsals.</source>
        <translation>{mark} hielt sich: in den letzten drei Übungen nie unter {figure}.</translation>
    </message>
    <message>
        <source>In %n of your last three rehearsals it ended well.</source>
        <translation>In %n Ihrer letzten drei Übungen ging es gut aus.</translation>
    </message>
    <message>
        <source>You have rehearsed once. That counts.</source>
        <translation>Sie haben einmal geübt. Das zählt.</translation>
    </message>
    <message>
        <source>You have rehearsed %n times. That counts.</source>
        <translation>Sie haben %n-mal geübt. Das zählt.</translation>
    </message>
    <message>
        <source>{mark}: you judge yourself about as the rating does ({count} times).</source>
        <translation>{mark}: Sie schätzen sich etwa so ein wie die Bewertung ({count}-mal).</translation>
    </message>
    <message>
        <source>{mark}: you are {points} points harder on yourself ({count} times).</source>
        <translation>{mark}: Sie sind {points} Punkte strenger mit sich ({count}-mal).</translation>
    </message>
    <message>
        <source>{mark}: you give yourself {points} points more ({count} times).</source>
        <translation>{mark}: Sie geben sich {points} Punkte mehr ({count}-mal).</translation>
    </message>
    <message>
        <source>{mark}: once, about as the rating.</source>
        <translation>{mark}: einmal, etwa wie die Bewertung.</translation>
    </message>
    <message>
        <source>{mark}: once, {points} points harder.</source>
        <translation>{mark}: einmal, {points} Punkte strenger.</translation>
    </message>
    <message>
        <source>{mark}: once, {points} points more.</source>
        <translation>{mark}: einmal, {points} Punkte mehr.</translation>
    </message>
    <message>
        <source>no faster</source>
        <translation>nicht schneller</translation>
    </message>
    <message>
        <source>{words} words a minute faster</source>
        <translation>{words} Wörter in der Minute schneller</translation>
    </message>
    <message>
        <source>{words} words a minute slower</source>
        <translation>{words} Wörter in der Minute langsamer</translation>
    </message>
    <message>
        <source>{times:.1f} a minute</source>
        <translation>{times:.1f} in der Minute</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Adding up your rehearsals …</source>
        <translation>Ihre Übungen werden zusammengezählt …</translation>
    </message>
    <message>
        <source>Choose somebody to talk to</source>
        <translation>Jemanden zum Sprechen wählen</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>Wie es läuft</translation>
    </message>
    <message>
        <source>All rehearsals</source>
        <translation>Alle Übungen</translation>
    </message>
    <message>
        <source>Search all rehearsals</source>
        <translation>Alle Übungen durchsuchen</translation>
    </message>
    <message>
        <source>Nothing is here yet. Rehearse once, and this page shows how it goes.</source>
        <translation>Hier ist noch nichts. Üben Sie einmal, dann zeigt diese Seite, wie es läuft.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>RatingPart</name>
    <message>
        <source>From how many words a minute</source>
        <translation>Ab wie vielen Wörtern in der Minute</translation>
    </message>
    <message>
        <source>To how many words a minute</source>
        <translation>Bis zu wie vielen Wörtern in der Minute</translation>
    </message>
    <message>
        <source>Leave out fluency measures (fillers, pauses)</source>
        <translation>Redefluss nicht bewerten (Fülllaute, Pausen)</translation>
    </message>
    <message>
        <source>For people who stammer. Fillers, pauses, a slow pace and the silence before an answer are then neither shown nor scored, and stand in no report. Rehearsals of yours are rated anew when you open them.</source>
        <translation>Für Menschen, die stottern. Fülllaute, Pausen, langsames Tempo und die Stille vor einer Antwort werden dann weder gezeigt noch bewertet und stehen in keinem Bericht. Ihre Übungen werden neu bewertet, wenn Sie sie öffnen.</translation>
    </message>
    <message>
        <source>Your pace</source>
        <translation>Ihr Tempo</translation>
    </message>
    <message>
        <source>Within this band your pace is on target; a tenth outside it is amber.</source>
        <translation>In diesem Bereich liegt Ihr Tempo richtig; ein Zehntel außerhalb ist gelb.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>words a minute</source>
        <translation>Wörter in der Minute</translation>
    </message>
    <message>
        <source>Type a number, or use the up and down keys.</source>
        <translation>Tippen Sie eine Zahl, oder nehmen Sie die Pfeiltasten.</translation>
    </message>
    <message>
        <source>Fluency</source>
        <translation>Redefluss</translation>
    </message>
    <message>
        <source>Back to {slow} to {fast}</source>
        <translation>Zurück auf {slow} bis {fast}</translation>
    </message>
</context>
<context>
    <name>Reflection</name>
    <message>
        <source>Keep what I wrote</source>
        <translation>Behalten, was ich schrieb</translation>
    </message>
    <message>
        <source>What you take from it</source>
        <translation>Was Sie mitnehmen</translation>
    </message>
    <message>
        <source>For yourself; it stands in the report too.</source>
        <translation>Für Sie selbst; es steht auch im Bericht.</translation>
    </message>
    <message>
        <source>Kept. You find it here and in the report.</source>
        <translation>Behalten. Sie finden es hier und im Bericht.</translation>
    </message>
</context>
<context>
    <name>RehearsalTable</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search titles, sentences and tags</source>
        <translation>Titel, Sätze und Stichwörter durchsuchen</translation>
    </message>
    <message>
        <source>Ctrl+F or /</source>
        <translation>Strg+F oder /</translation>
    </message>
    <message>
        <source>None fits.</source>
        <translation>Keine passt.</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message numerus="yes">
        <source>%n rehearsals</source>
        <translation>
            <numerusform>%n Übung</numerusform>
            <numerusform>%n Übungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 rehearsal</source>
        <translation>1 Übung</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Highest mark first</source>
        <translation>Höchste Note zuerst</translation>
    </message>
    <message>
        <source>Lowest mark first</source>
        <translation>Niedrigste Note zuerst</translation>
    </message>
    <message>
        <source>Scenario, A to Z</source>
        <translation>Szenario, A bis Z</translation>
    </message>
    <message>
        <source>Scenario, Z to A</source>
        <translation>Szenario, Z bis A</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Längste zuerst</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>Kürzeste zuerst</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Tag: {tag}</source>
        <translation>Stichwort: {tag}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n rehearsals are deleted.</source>
        <translation>
            <numerusform>%n Übung ist gelöscht.</numerusform>
            <numerusform>%n Übungen sind gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” is deleted.</source>
        <translation>„{title}“ ist gelöscht.</translation>
    </message>
    <message>
        <source>The rehearsal is deleted.</source>
        <translation>Die Übung ist gelöscht.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>Rescored</name>
    <message>
        <source>Rated again</source>
        <translation>Neu bewertet</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the correction</source>
        <translation>Die Korrektur rückgängig machen</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Review</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Rehearse again</source>
        <translation>Noch einmal üben</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Try this moment again</source>
        <translation>Diesen Augenblick noch einmal</translation>
    </message>
    <message>
        <source>The whole call</source>
        <translation>Das ganze Gespräch</translation>
    </message>
    <message>
        <source>Try it once more</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Kept. You find it at this moment and in the report.</source>
        <translation>Gesichert. Sie finden es bei diesem Augenblick und im Bericht.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>You said “{said}”, not “{misheard}”.</source>
        <translation>Sie sagten „{said}“, nicht „{misheard}“.</translation>
    </message>
    <message>
        <source>{what} Rated again: overall {was} before, {now} now.</source>
        <translation>{what} Neu bewertet: insgesamt vorher {was}, jetzt {now}.</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Zurückgenommen: {what}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>This rehearsal has not been rated.</source>
        <translation>Diese Übung wurde nicht bewertet.</translation>
    </message>
    <message>
        <source>What to try next</source>
        <translation>Was Sie als Nächstes versuchen können</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>In a sentence</source>
        <translation>In einem Satz</translation>
    </message>
    <message>
        <source>no longer kept</source>
        <translation>nicht mehr aufbewahrt</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>All rehearsals</source>
        <translation>Alle Übungen</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>Die Zeile öffnen</translation>
    </message>
    <message>
        <source>Delete what is chosen</source>
        <translation>Löschen, was gewählt ist</translation>
    </message>
</context>
<context>
    <name>ScenarioCard</name>
    <message>
        <source>best mark {mark}</source>
        <translation>beste Note {mark}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
</context>
<context>
    <name>ScenarioForm</name>
    <message>
        <source>The frame</source>
        <translation>Der Rahmen</translation>
    </message>
    <message>
        <source>What can be practised</source>
        <translation>Was sich üben lässt</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Die Kundin, der Kunde</translation>
    </message>
    <message>
        <source>The briefing</source>
        <translation>Die Einweisung</translation>
    </message>
    <message>
        <source>What they can&apos;t do without</source>
        <translation>Was nicht fehlen darf</translation>
    </message>
    <message>
        <source>The facts</source>
        <translation>Die Fakten</translation>
    </message>
    <message>
        <source>The solution</source>
        <translation>Die Lösung</translation>
    </message>
    <message>
        <source>Demands</source>
        <translation>Forderungen</translation>
    </message>
    <message>
        <source>Threats</source>
        <translation>Drohungen</translation>
    </message>
    <message>
        <source>Insults</source>
        <translation>Beleidigungen</translation>
    </message>
    <message>
        <source>Talking of other things</source>
        <translation>Abschweifen</translation>
    </message>
    <message>
        <source>What they say</source>
        <translation>Was sie sagen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>Schwierigkeit</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Anger at the beginning, 10 to 90</source>
        <translation>Ärger am Anfang, 10 bis 90</translation>
    </message>
    <message>
        <source>Trust at the beginning, 0 to 100</source>
        <translation>Vertrauen am Anfang, 0 bis 100</translation>
    </message>
    <message>
        <source>The customer&apos;s name</source>
        <translation>Der Name des Kunden</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Who they are</source>
        <translation>Wer sie sind</translation>
    </message>
    <message>
        <source>Temperament</source>
        <translation>Temperament</translation>
    </message>
    <message>
        <source>When they are interrupted</source>
        <translation>Wenn man sie unterbricht</translation>
    </message>
    <message>
        <source>Pieces they have to let off first</source>
        <translation>Stücke, die zuerst heraus müssen</translation>
    </message>
    <message>
        <source>Seconds of a reply they bear</source>
        <translation>Sekunden, die sie eine Antwort ertragen</translation>
    </message>
    <message>
        <source>They sound as angry as they are</source>
        <translation>Sie klingen so verärgert, wie sie sind</translation>
    </message>
    <message>
        <source>Who the trainee is</source>
        <translation>Wer die Übenden sind</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What you may offer</source>
        <translation>Was Sie anbieten dürfen</translation>
    </message>
    <message>
        <source>What you may not offer</source>
        <translation>Was Sie nicht anbieten dürfen</translation>
    </message>
    <message>
        <source>Its name in the text</source>
        <translation>Sein Name im Text</translation>
    </message>
    <message>
        <source>The fact</source>
        <translation>Der Fakt</translation>
    </message>
    <message>
        <source>Ways to say it</source>
        <translation>Wie man es sagen kann</translation>
    </message>
    <message>
        <source>Ways to get it wrong</source>
        <translation>Wie man es falsch sagen kann</translation>
    </message>
    <message>
        <source>What they say to that</source>
        <translation>Was sie dazu sagen</translation>
    </message>
    <message>
        <source>Ways to ask for it</source>
        <translation>Wie man danach fragen kann</translation>
    </message>
    <message>
        <source>What they answer</source>
        <translation>Was sie antworten</translation>
    </message>
    <message>
        <source>What they say until they are asked</source>
        <translation>Was sie sagen, bis man sie fragt</translation>
    </message>
    <message>
        <source>They only tell it to who asked whether they may</source>
        <translation>Sie sagen es nur, wenn man fragt, ob man fragen darf</translation>
    </message>
    <message>
        <source>Nothing can be arranged before it is known</source>
        <translation>Ohne das lässt sich nichts vereinbaren</translation>
    </message>
    <message>
        <source>Remedies</source>
        <translation>Auswege</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>What would be too much</source>
        <translation>Was zu viel wäre</translation>
    </message>
    <message>
        <source>Explanation: what went wrong</source>
        <translation>Erklärung: was schiefging</translation>
    </message>
    <message>
        <source>Ways to explain it</source>
        <translation>Wie man es erklären kann</translation>
    </message>
    <message>
        <source>Assurance: what will be different</source>
        <translation>Zusicherung: was anders wird</translation>
    </message>
    <message>
        <source>Ways to assure it</source>
        <translation>Wie man es zusichern kann</translation>
    </message>
    <message>
        <source>How they ask for it</source>
        <translation>Wie sie es verlangen</translation>
    </message>
    <message>
        <source>How they threaten</source>
        <translation>Wie sie drohen</translation>
    </message>
    <message>
        <source>How they come back to it</source>
        <translation>Wie sie darauf zurückkommen</translation>
    </message>
    <message>
        <source>Ways to grant it</source>
        <translation>Wie man es gewähren kann</translation>
    </message>
    <message>
        <source>Ways to decline it kindly</source>
        <translation>Wie man es freundlich ablehnen kann</translation>
    </message>
    <message>
        <source>How they drop it</source>
        <translation>Wie sie davon ablassen</translation>
    </message>
    <message>
        <source>Ways to give way to it</source>
        <translation>Wie man ihr nachgeben kann</translation>
    </message>
    <message>
        <source>After so many replies</source>
        <translation>Nach so vielen Antworten</translation>
    </message>
    <message>
        <source>From this anger on, 0 to 95</source>
        <translation>Ab diesem Ärger, 0 bis 95</translation>
    </message>
    <message>
        <source>What ends them</source>
        <translation>Was sie beendet</translation>
    </message>
</context>
<context>
    <name>ScenarioFormat</name>
    <message>
        <source>Its name on the command line: lower case, digits and hyphens, like the file&apos;s name.</source>
        <translation>Sein Name in der Befehlszeile: Kleinbuchstaben, Ziffern und Bindestriche, wie der Name der Datei.</translation>
    </message>
    <message>
        <source>What it is called in the window.</source>
        <translation>Wie es im Fenster heißt.</translation>
    </message>
    <message>
        <source>in_person or telephone.</source>
        <translation>in_person (von Angesicht zu Angesicht) oder telephone (am Telefon).</translation>
    </message>
    <message>
        <source>The trade, such as retail, hotel, clinic or bank; the library can be narrowed down to it.</source>
        <translation>Die Branche, etwa retail, hotel, clinic oder bank; die Auswahl lässt sich darauf einengen.</translation>
    </message>
    <message>
        <source>complaint, or follow_up: the call that was promised, which ends with a loyal customer.</source>
        <translation>complaint (eine Beschwerde) oder follow_up: der Anruf, der versprochen war; er endet damit, dass sie treu bleiben.</translation>
    </message>
    <message>
        <source>Where it takes place, such as &quot;The parcel counter of a shop&quot;.</source>
        <translation>Wo es spielt, etwa &quot;The parcel counter of a shop&quot;.</translation>
    </message>
    <message>
        <source>easy, medium or hard.</source>
        <translation>easy (sanft), medium (fordernd) oder hard (schwer).</translation>
    </message>
    <message>
        <source>What can be practised with it.</source>
        <translation>Was sich damit üben lässt.</translation>
    </message>
    <message>
        <source>When it ends at the latest.</source>
        <translation>Wann es spätestens endet.</translation>
    </message>
    <message>
        <source>Id of the voice file that speaks the customer.</source>
        <translation>Kennung der Stimme, mit der gesprochen wird.</translation>
    </message>
    <message>
        <source>Who is upset.</source>
        <translation>Wer verärgert ist.</translation>
    </message>
    <message>
        <source>What the trainee reads before it begins.</source>
        <translation>Was die Übenden vorher lesen.</translation>
    </message>
    <message>
        <source>What they don&apos;t settle without, in the order in which they say what is missing.</source>
        <translation>Ohne was sie sich nicht zufriedengeben, in der Reihenfolge, in der sie sagen, was fehlt.</translation>
    </message>
    <message>
        <source>The facts of the complaint, by name.</source>
        <translation>Die Fakten der Beschwerde, nach Namen.</translation>
    </message>
    <message>
        <source>What puts it right.</source>
        <translation>Was es in Ordnung bringt.</translation>
    </message>
    <message>
        <source>What they ask for beyond reason, one after another.</source>
        <translation>Was sie über Gebühr verlangen, eins nach dem anderen.</translation>
    </message>
    <message>
        <source>What they threaten with, one after another.</source>
        <translation>Womit sie drohen, eins nach dem anderen.</translation>
    </message>
    <message>
        <source>How they insult the trainee.</source>
        <translation>Wie sie die Übenden beleidigen.</translation>
    </message>
    <message>
        <source>Where their talk goes once they were heard, piece by piece, until an open question.</source>
        <translation>Wohin sie abschweifen, sobald sie angehört wurden, Stück für Stück, bis zu einer offenen Frage.</translation>
    </message>
    <message>
        <source>How angry they are when it begins, 0 (calm) to 100 (furious).</source>
        <translation>Wie verärgert sie am Anfang sind, 0 (ruhig) bis 100 (außer sich).</translation>
    </message>
    <message>
        <source>How far they believe the trainee when it begins, 0 (not a word) to 100.</source>
        <translation>Wie weit sie den Übenden am Anfang glauben, 0 (kein Wort) bis 100.</translation>
    </message>
    <message>
        <source>What they say.</source>
        <translation>Was sie sagen.</translation>
    </message>
    <message>
        <source>What the trainee may call them.</source>
        <translation>Wie die Übenden sie nennen dürfen.</translation>
    </message>
    <message>
        <source>In years.</source>
        <translation>In Jahren.</translation>
    </message>
    <message>
        <source>Who they are, in a sentence.</source>
        <translation>Wer sie sind, in einem Satz.</translation>
    </message>
    <message>
        <source>How strongly they are moved: even, quick, cold or weary.</source>
        <translation>Wie stark Worte sie bewegen: even (gleichmäßig), quick (schnell), cold (kühl) oder weary (müde).</translation>
    </message>
    <message>
        <source>When the trainee cuts in while they are angry: yields, talks_on (louder) or snaps.</source>
        <translation>Wenn man sie im Ärger unterbricht: yields (geben nach), talks_on (reden lauter weiter) oder snaps (fahren einen an).</translation>
    </message>
    <message>
        <source>So many pieces of the vent have to be let off before they can feel heard.</source>
        <translation>So viele Stücke ihres Ärgers müssen heraus, ehe sie sich angehört fühlen können.</translation>
    </message>
    <message>
        <source>They cut in on a reply that lasts longer, in seconds.</source>
        <translation>Dauert eine Antwort länger, fallen sie ins Wort; in Sekunden.</translation>
    </message>
    <message>
        <source>false: they sound calm however angry they are.</source>
        <translation>false: Sie klingen ruhig, wie verärgert sie auch sind.</translation>
    </message>
    <message>
        <source>Who the trainee is, such as &quot;At the parcel counter of a stationer&apos;s.&quot;</source>
        <translation>Wer die Übenden sind, etwa &quot;At the parcel counter of a stationer&apos;s.&quot;</translation>
    </message>
    <message>
        <source>As far as the trainee knows.</source>
        <translation>Soweit die Übenden es wissen.</translation>
    </message>
    <message>
        <source>What the trainee may offer.</source>
        <translation>Was die Übenden anbieten dürfen.</translation>
    </message>
    <message>
        <source>What the trainee may not offer.</source>
        <translation>Was die Übenden nicht anbieten dürfen.</translation>
    </message>
    <message>
        <source>The fact, for people.</source>
        <translation>Der Fakt, für Menschen.</translation>
    </message>
    <message>
        <source>How a trainee may say it, in spoken words.</source>
        <translation>Wie Übende es sagen können, so wie man es spricht.</translation>
    </message>
    <message>
        <source>How a trainee may get it wrong: another day, another amount.</source>
        <translation>Wie Übende es falsch sagen können: ein anderer Tag, ein anderer Betrag.</translation>
    </message>
    <message>
        <source>What the customer says to that; goes with &quot;wrong_as&quot;.</source>
        <translation>Was sie dazu sagen; gehört zu &quot;wrong_as&quot;.</translation>
    </message>
    <message>
        <source>Words in a question that ask for it, such as &quot;tracking number&quot;.</source>
        <translation>Worte einer Frage danach, etwa &quot;tracking number&quot;.</translation>
    </message>
    <message>
        <source>What the customer says when asked for it; goes with &quot;asked_as&quot;.</source>
        <translation>Was sie sagen, wenn man danach fragt; gehört zu &quot;asked_as&quot;.</translation>
    </message>
    <message>
        <source>true: they only tell it to somebody who has asked whether they may ask.</source>
        <translation>true: Sie sagen es nur, wenn man gefragt hat, ob man fragen darf.</translation>
    </message>
    <message>
        <source>true: nothing can be arranged before the trainee knows it.</source>
        <translation>true: Nichts lässt sich vereinbaren, ehe die Übenden es wissen.</translation>
    </message>
    <message>
        <source>What the customer says to an offer before they were asked for it; goes with &quot;needed&quot;.</source>
        <translation>Was sie zu einem Angebot sagen, ehe man sie danach gefragt hat; gehört zu &quot;needed&quot;.</translation>
    </message>
    <message>
        <source>What it is, for people.</source>
        <translation>Was es ist, für Menschen.</translation>
    </message>
    <message>
        <source>Words that saying it has, in spoken words.</source>
        <translation>Worte, an denen man es erkennt, so wie man sie spricht.</translation>
    </message>
    <message>
        <source>By name; any of them fits.</source>
        <translation>Nach Namen; jeder davon passt.</translation>
    </message>
    <message>
        <source>Words of offers that the trainee may not make: promising them is giving in.</source>
        <translation>Worte von Angeboten, die nicht erlaubt sind: Sie zu versprechen heißt nachgeben.</translation>
    </message>
    <message>
        <source>What went wrong, as the trainee can know it; meets the need &quot;explanation&quot;.</source>
        <translation>Was schiefging, soweit die Übenden es wissen können; stillt das Bedürfnis &quot;explanation&quot;.</translation>
    </message>
    <message>
        <source>What will be different; with it only these words meet the need &quot;assurance&quot;, without it any assurance does.</source>
        <translation>Was anders wird; steht es da, stillen nur diese Worte das Bedürfnis &quot;assurance&quot;, sonst jede Zusicherung.</translation>
    </message>
    <message>
        <source>How they ask for it.</source>
        <translation>Wie sie es verlangen.</translation>
    </message>
    <message>
        <source>When it was passed over or refused barely; without it: says.</source>
        <translation>Wenn es übergangen oder schroff abgelehnt wurde; fehlt es: says.</translation>
    </message>
    <message>
        <source>They ask for it after so many replies, once they were heard.</source>
        <translation>Sie verlangen es nach so vielen Antworten, sobald sie angehört wurden.</translation>
    </message>
    <message>
        <source>Words of granting it, as spoken: that is giving in.</source>
        <translation>Worte, die es gewähren, so wie man sie spricht: Das heißt nachgeben.</translation>
    </message>
    <message>
        <source>Words of a kind no that belong to this demand, besides those that are always known.</source>
        <translation>Worte eines freundlichen Neins zu dieser Forderung, neben denen, die immer gelten.</translation>
    </message>
    <message>
        <source>How they threaten.</source>
        <translation>Wie sie drohen.</translation>
    </message>
    <message>
        <source>When it was fed: argued with, or passed over; without it: says.</source>
        <translation>Wenn man die Drohung nährt: streitet oder sie übergeht; fehlt es: says.</translation>
    </message>
    <message>
        <source>When it has met kindness and nobody gave way.</source>
        <translation>Wenn sie auf Freundlichkeit traf und niemand nachgab.</translation>
    </message>
    <message>
        <source>It comes after so many replies, once they were heard.</source>
        <translation>Sie kommt nach so vielen Antworten, sobald sie angehört wurden.</translation>
    </message>
    <message>
        <source>Words of giving way to it, besides those in &quot;solution.too_much&quot;: that is giving in.</source>
        <translation>Worte, die ihr nachgeben, neben denen in &quot;solution.too_much&quot;.</translation>
    </message>
    <message>
        <source>Each is one insult in one wording or several, in the order in which they come.</source>
        <translation>Jedes Stück ist eine Beleidigung in einem Wortlaut oder mehreren, in der Reihenfolge, in der sie kommen.</translation>
    </message>
    <message>
        <source>They begin once the pressure is or was this high; at the opening counts.</source>
        <translation>Sie beginnen, sobald der Druck so hoch ist oder war; der Anfang zählt mit.</translation>
    </message>
    <message>
        <source>The first comes after so many replies, heard or not, or before they settle.</source>
        <translation>Die erste kommt nach so vielen Antworten, angehört oder nicht, oder ehe sie sich zufriedengeben.</translation>
    </message>
    <message>
        <source>calm: a calm reply ends them. boundary: only a boundary does. nothing: not even a boundary, so that the trainee has to keep it and end the call.</source>
        <translation>calm: Eine ruhige Antwort beendet sie. boundary: nur eine Grenze. nothing: nicht einmal eine Grenze, sodass man bei ihr bleiben und das Gespräch beenden muss.</translation>
    </message>
    <message>
        <source>The first line.</source>
        <translation>Der erste Satz.</translation>
    </message>
    <message>
        <source>What is still to be let off, piece by piece in this order, while nobody has listened.</source>
        <translation>Was noch heraus muss, Stück für Stück in dieser Reihenfolge, solange niemand zugehört hat.</translation>
    </message>
    <message>
        <source>The feeling was named, or the right to it.</source>
        <translation>Das Gefühl wurde benannt, oder das Recht darauf.</translation>
    </message>
    <message>
        <source>The facts were given back right.</source>
        <translation>Die Fakten wurden richtig zurückgegeben.</translation>
    </message>
    <message>
        <source>An assurance, thanks, a name; without it: acknowledged.</source>
        <translation>Eine Zusicherung, ein Dank, ein Name; fehlt es: acknowledged.</translation>
    </message>
    <message>
        <source>A promise to follow it up; without it: reassured.</source>
        <translation>Ein Versprechen dranzubleiben; fehlt es: reassured.</translation>
    </message>
    <message>
        <source>What went wrong was said plainly; without it: reassured.</source>
        <translation>Was schiefging, wurde klar gesagt; fehlt es: reassured.</translation>
    </message>
    <message>
        <source>An open question, after they were heard.</source>
        <translation>Eine offene Frage, nachdem sie angehört wurden.</translation>
    </message>
    <message>
        <source>A question for a detail that no fact answers.</source>
        <translation>Eine Frage nach einer Einzelheit, die kein Fakt beantwortet.</translation>
    </message>
    <message>
        <source>A question for a detail before they were heard; without it: asked_closed.</source>
        <translation>Eine Frage nach einer Einzelheit, ehe sie angehört wurden; fehlt es: asked_closed.</translation>
    </message>
    <message>
        <source>&quot;Would you mind if I asked you something?&quot;; without it: asked_to_wait.</source>
        <translation>&quot;Would you mind if I asked you something?&quot; (man fragt, ob man fragen darf); fehlt es: asked_to_wait.</translation>
    </message>
    <message>
        <source>A question for a sensitive fact, out of the blue; without it: asked_too_early.</source>
        <translation>Eine Frage nach etwas Heiklem, aus heiterem Himmel; fehlt es: asked_too_early.</translation>
    </message>
    <message>
        <source>&quot;Bear with me while I look.&quot;</source>
        <translation>&quot;Bear with me while I look.&quot; (man bittet um einen Augenblick)</translation>
    </message>
    <message>
        <source>The moment that was asked for runs over; without it: silence.</source>
        <translation>Der Augenblick, um den man bat, dauert zu lange; fehlt es: silence.</translation>
    </message>
    <message>
        <source>A fitting offer with a time, without asking whether it suits.</source>
        <translation>Ein passendes Angebot mit einer Zeit, ohne zu fragen, ob es recht ist.</translation>
    </message>
    <message>
        <source>A fitting offer that does not say when.</source>
        <translation>Ein passendes Angebot, das nicht sagt, wann.</translation>
    </message>
    <message>
        <source>Any offer before they were heard.</source>
        <translation>Jedes Angebot, ehe sie angehört wurden.</translation>
    </message>
    <message>
        <source>An offer that does not fit.</source>
        <translation>Ein Angebot, das nicht passt.</translation>
    </message>
    <message>
        <source>Everything is offered, but they are still too angry to take it.</source>
        <translation>Alles ist angeboten, aber sie sind noch zu verärgert, um es anzunehmen.</translation>
    </message>
    <message>
        <source>Everything is offered, but they don&apos;t believe it; without it: offered_right.</source>
        <translation>Alles ist angeboten, aber sie glauben es nicht; fehlt es: offered_right.</translation>
    </message>
    <message>
        <source>By need: they can&apos;t settle yet, and say what for.</source>
        <translation>Nach Bedürfnis: Sie können sich noch nicht zufriedengeben und sagen, warum.</translation>
    </message>
    <message>
        <source>The trainee promises what is too much.</source>
        <translation>Die Übenden versprechen, was zu viel ist.</translation>
    </message>
    <message>
        <source>A no with its reason or an alternative.</source>
        <translation>Ein Nein mit seinem Grund oder einem anderen Weg.</translation>
    </message>
    <message>
        <source>A bare no, or policy.</source>
        <translation>Ein schroffes Nein, oder die Vorschrift.</translation>
    </message>
    <message>
        <source>Passed on after a real attempt; the rehearsal ends with it.</source>
        <translation>Weitergegeben nach einem echten Versuch; damit endet die Übung.</translation>
    </message>
    <message>
        <source>Passed on before anything was tried; without it: refused_bare.</source>
        <translation>Weitergegeben, ehe etwas versucht wurde; fehlt es: refused_bare.</translation>
    </message>
    <message>
        <source>A boundary with its choice, when it was due; without it: refused_kind.</source>
        <translation>Eine Grenze mit ihrer Wahl, als sie fällig war; fehlt es: refused_kind.</translation>
    </message>
    <message>
        <source>Before they take up again what was cut.</source>
        <translation>Ehe sie wieder aufnehmen, was unterbrochen wurde.</translation>
    </message>
    <message>
        <source>From the third time on; without it: interrupted.</source>
        <translation>Vom dritten Mal an; fehlt es: interrupted.</translation>
    </message>
    <message>
        <source>Over the trainee who cuts in, where &quot;when_cut&quot; is snaps; without it: interrupted.</source>
        <translation>Über die hinweg, die unterbrechen, wenn &quot;when_cut&quot; snaps ist; fehlt es: interrupted.</translation>
    </message>
    <message>
        <source>Argued with, threatened, sent elsewhere, half apologised to.</source>
        <translation>Man widerspricht, droht, schickt sie weiter, entschuldigt sich halb.</translation>
    </message>
    <message>
        <source>&quot;Calm down&quot;; without it: inflamed.</source>
        <translation>&quot;Calm down&quot; (beruhigen Sie sich); fehlt es: inflamed.</translation>
    </message>
    <message>
        <source>&quot;You should have&quot;; without it: inflamed.</source>
        <translation>&quot;You should have&quot; (Sie hätten); fehlt es: inflamed.</translation>
    </message>
    <message>
        <source>Rude or mocking words.</source>
        <translation>Grobe oder spöttische Worte.</translation>
    </message>
    <message>
        <source>The third sorry and every one after it.</source>
        <translation>Die dritte Entschuldigung und jede danach.</translation>
    </message>
    <message>
        <source>Nobody speaks.</source>
        <translation>Niemand spricht.</translation>
    </message>
    <message>
        <source>They cut in on a trainee who talks on and on.</source>
        <translation>Sie fallen Übenden ins Wort, die immer weiterreden.</translation>
    </message>
    <message>
        <source>Not a word could be made out: nobody&apos;s fault.</source>
        <translation>Kein Wort war zu verstehen: niemandes Schuld.</translation>
    </message>
    <message>
        <source>Words that answer nothing.</source>
        <translation>Worte, die nichts beantworten.</translation>
    </message>
    <message>
        <source>Words that pass over what they have just asked for; without it: not_followed.</source>
        <translation>Worte, die übergehen, worum sie eben baten; fehlt es: not_followed.</translation>
    </message>
    <message>
        <source>They take the offer; the rehearsal ends well. Wanted wherever it can be said.</source>
        <translation>Sie nehmen das Angebot an; die Übung endet gut. Nötig, wo immer es gesagt werden kann.</translation>
    </message>
    <message>
        <source>The call that was promised was made, and kept them; without it: accepted.</source>
        <translation>Der versprochene Anruf kam und hat sie gehalten; fehlt es: accepted.</translation>
    </message>
    <message>
        <source>They take what was too much; without it: gave_in.</source>
        <translation>Sie nehmen, was zu viel war; fehlt es: gave_in.</translation>
    </message>
    <message>
        <source>The trainee ends it, politely, until it is calmer; without it: boundary_set.</source>
        <translation>Die Übenden beenden es höflich, bis es ruhiger ist; fehlt es: boundary_set.</translation>
    </message>
    <message>
        <source>They walk out or hang up; the rehearsal ends badly.</source>
        <translation>Sie gehen oder legen auf; die Übung endet schlecht.</translation>
    </message>
    <message>
        <source>The trainee ends it before anything is settled.</source>
        <translation>Die Übenden beenden es, ehe etwas geklärt ist.</translation>
    </message>
    <message>
        <source>The time is up and nothing is settled.</source>
        <translation>Die Zeit ist um, und nichts ist geklärt.</translation>
    </message>
</context>
<context>
    <name>ScenarioText</name>
    <message>
        <source>The scenario&apos;s text</source>
        <translation>Der Text des Szenarios</translation>
    </message>
</context>
<context>
    <name>SeenOtherwise</name>
    <message>
        <source>I see it otherwise</source>
        <translation>Ich sehe es anders</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Notiz behalten</translation>
    </message>
    <message>
        <source>You see it otherwise: “{words}”</source>
        <translation>Sie sehen es anders: „{words}“</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>What was it, as you see it?</source>
        <translation>Was war es aus Ihrer Sicht?</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>It stands beside the moment and in the report; no mark changes.</source>
        <translation>Es steht bei dem Augenblick und im Bericht; keine Note ändert sich.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>Hören</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privates</translation>
    </message>
    <message>
        <source>Every choice is kept at once.</source>
        <translation>Jede Wahl gilt sofort.</translation>
    </message>
    <message>
        <source>Every choice is kept at once, for {name}; devices, models, language and how long sound is kept are this computer&apos;s.</source>
        <translation>Jede Wahl gilt sofort, für {name}; Geräte, Modelle, Sprache und wie lange Ton aufbewahrt wird, gehören zu diesem Computer.</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>New scenario</source>
        <translation>Neues Szenario</translation>
    </message>
    <message>
        <source>Import a pack …</source>
        <translation>Paket hereinholen …</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>None yet. Begin a new one, or make a copy of one below.</source>
        <translation>Noch keine. Beginnen Sie ein neues oder kopieren Sie eins von unten.</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>Mit dem Programm gekommen</translation>
    </message>
    <message>
        <source>{name}, not saved</source>
        <translation>{name}, nicht gespeichert</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Make a copy to change it</source>
        <translation>Zum Ändern kopieren</translation>
    </message>
    <message>
        <source>{act}: {title}</source>
        <translation>{act}: {title}</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>The same moment, side by side</source>
        <translation>Derselbe Augenblick, nebeneinander</translation>
    </message>
    <message>
        <source>{name}: “{words}”</source>
        <translation>{name}: „{words}“</translation>
    </message>
    <message>
        <source>You cut in.</source>
        <translation>Sie fielen ins Wort.</translation>
    </message>
    <message>
        <source>You answered after {seconds:.1f} s.</source>
        <translation>Sie antworteten nach {seconds:.1f} s.</translation>
    </message>
    <message>
        <source>Pressure {before} → {after}</source>
        <translation>Anspannung {before} → {after}</translation>
    </message>
    <message>
        <source>The first time the pressure {first}; this time it {last}.</source>
        <translation>Die Anspannung: beim ersten Mal {first}, diesmal {last}.</translation>
    </message>
    <message>
        <source>rose by {points}</source>
        <translation>um {points} gestiegen</translation>
    </message>
    <message>
        <source>fell by {points}</source>
        <translation>um {points} gesunken</translation>
    </message>
    <message>
        <source>stayed as it was</source>
        <translation>gleich geblieben</translation>
    </message>
</context>
<context>
    <name>SoundCard</name>
    <message>
        <source>Check my sound</source>
        <translation>Meinen Ton prüfen</translation>
    </message>
    <message>
        <source>How loud you are</source>
        <translation>Wie laut Sie sind</translation>
    </message>
    <message>
        <source>Looking who can listen …</source>
        <translation>Wir sehen nach, wer zuhören kann …</translation>
    </message>
    <message>
        <source>I have no microphone: I&apos;ll type</source>
        <translation>Ich habe kein Mikrofon: Ich tippe</translation>
    </message>
    <message>
        <source>Your sound</source>
        <translation>Ihr Ton</translation>
    </message>
    <message>
        <source>Takes a few seconds: you hear a sentence, then say one yourself.</source>
        <translation>Dauert ein paar Sekunden: Sie hören einen Satz und sagen dann selbst einen.</translation>
    </message>
    <message>
        <source>{name} listens to you. {note}</source>
        <translation>{name} hört Ihnen zu. {note}</translation>
    </message>
    <message>
        <source>You&apos;ll read the customer&apos;s words and type your replies.</source>
        <translation>Sie lesen, was der Kunde sagt, und tippen Ihre Antworten.</translation>
    </message>
    <message>
        <source>Check your sound, then start.</source>
        <translation>Prüfen Sie Ihren Ton und beginnen Sie dann.</translation>
    </message>
    <message>
        <source>Stopped. Check again whenever you like.</source>
        <translation>Angehalten. Prüfen Sie noch einmal, wann immer Sie möchten.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Listen first. Then say a sentence as you would to a customer.</source>
        <translation>Hören Sie zuerst zu. Sagen Sie dann einen Satz wie zu einem Kunden.</translation>
    </message>
    <message>
        <source>One moment, quietly: I listen to the room.</source>
        <translation>Einen Augenblick Ruhe, bitte: Ich höre auf den Raum.</translation>
    </message>
    <message>
        <source>Listen to the voice.</source>
        <translation>Hören Sie der Stimme zu.</translation>
    </message>
    <message>
        <source>Now read this aloud: “{sentence}”</source>
        <translation>Lesen Sie jetzt laut vor: „{sentence}“</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
</context>
<context>
    <name>SoundPart</name>
    <message>
        <source>Which one</source>
        <translation>Welche</translation>
    </message>
    <message>
        <source>How loud the microphone is</source>
        <translation>Wie laut das Mikrofon ist</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Zuhören</translation>
    </message>
    <message>
        <source>Listen, say a word, and see the line move.</source>
        <translation>Hören Sie zu, sagen Sie ein Wort und sehen Sie, wie sich die Linie bewegt.</translation>
    </message>
    <message>
        <source>Play a tone</source>
        <translation>Ton abspielen</translation>
    </message>
    <message>
        <source>Two soft notes.</source>
        <translation>Zwei leise Töne.</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Geräte noch einmal suchen</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Loudspeaker or headphones</source>
        <translation>Lautsprecher oder Kopfhörer</translation>
    </message>
    <message>
        <source>No microphone is there. Plug one in and look again; you can also type.</source>
        <translation>Es ist kein Mikrofon da. Stecken Sie eins ein und suchen Sie noch einmal; Sie können auch tippen.</translation>
    </message>
    <message>
        <source>No loudspeaker is there. Plug one in and look again.</source>
        <translation>Es ist kein Lautsprecher da. Stecken Sie einen ein und suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Not there now; until it is, the system&apos;s choice is used.</source>
        <translation>Zurzeit nicht da; bis dahin gilt die Wahl des Systems.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Listening. Nothing is kept.</source>
        <translation>Es wird zugehört. Nichts wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Playing …</source>
        <translation>Wird abgespielt …</translation>
    </message>
    <message>
        <source>Heard nothing? Turn it up, or choose another one.</source>
        <translation>Nichts gehört? Stellen Sie lauter oder wählen Sie ein anderes.</translation>
    </message>
</context>
<context>
    <name>StudioPage</name>
    <message>
        <source>Scenario studio</source>
        <translation>Szenario-Werkstatt</translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>{name} ist gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Packs (*.zip)</source>
        <translation>Pakete (*.zip)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>Exportiert nach {path}.</translation>
    </message>
    <message>
        <source>Import a pack</source>
        <translation>Paket hereinholen</translation>
    </message>
    <message numerus="yes">
        <source>Scenarios imported: %n.</source>
        <translation>
            <numerusform>Szenarien hereingeholt: %n.</numerusform>
            <numerusform>Szenarien hereingeholt: %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>The call at a glance</source>
        <translation>Das Gespräch auf einen Blick</translation>
    </message>
    <message>
        <source>Timeline: arrows choose a moment, plus and minus zoom, Return plays</source>
        <translation>Zeitleiste: Pfeile wählen einen Augenblick, Plus und Minus zoomen, die Eingabetaste spielt ab</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Näher</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Whole call</source>
        <translation>Ganzes Gespräch</translation>
    </message>
    <message>
        <source>Calming words</source>
        <translation>Beruhigende Worte</translation>
    </message>
    <message>
        <source>Inflaming words</source>
        <translation>Reizende Worte</translation>
    </message>
    <message>
        <source>Return rates it again with this, Esc leaves it as it was.</source>
        <translation>Die Eingabetaste bewertet damit neu, Esc lässt es, wie es war.</translation>
    </message>
    <message>
        <source>Slanted words may have been misheard. Click one, or press Return on it, to put it right.</source>
        <translation>Schräge Wörter sind vielleicht falsch gehört. Klicken Sie eins an oder drücken Sie darauf die Eingabetaste, um es zu berichtigen.</translation>
    </message>
    <message>
        <source>A word of yours was misheard? Click it, or press Return on it.</source>
        <translation>Wurde ein Wort von Ihnen falsch gehört? Klicken Sie es an oder drücken Sie darauf die Eingabetaste.</translation>
    </message>
    <message>
        <source>Pressure went up</source>
        <translation>Die Anspannung stieg</translation>
    </message>
    <message>
        <source>Pressure went down</source>
        <translation>Die Anspannung sank</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>What was said, to read and to correct</source>
        <translation>Was gesagt wurde, zum Lesen und Berichtigen</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
    </message>
    <message>
        <source>The moment before</source>
        <translation>Der Augenblick davor</translation>
    </message>
    <message>
        <source>The moment after</source>
        <translation>Der Augenblick danach</translation>
    </message>
    <message>
        <source>The first moment</source>
        <translation>Der erste Augenblick</translation>
    </message>
    <message>
        <source>The last moment</source>
        <translation>Der letzte Augenblick</translation>
    </message>
    <message>
        <source>The word before</source>
        <translation>Das Wort davor</translation>
    </message>
    <message>
        <source>The word after</source>
        <translation>Das Wort danach</translation>
    </message>
    <message>
        <source>Put the word right</source>
        <translation>Das Wort berichtigen</translation>
    </message>
    <message>
        <source>Play it, or stop</source>
        <translation>Abspielen, oder anhalten</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>That did not work, and the reason is not one we know ({reason}). What you rehearsed is safe. Try again; if it stays so, “./run doctor” says what is missing.</source>
        <translation>Das hat nicht geklappt, und den Grund kennen wir nicht ({reason}). Was Sie geübt haben, ist sicher. Versuchen Sie es noch einmal; bleibt es so, sagt „./run doctor“, was fehlt.</translation>
    </message>
</context>
<context>
    <name>TroubleCard</name>
    <message>
        <source>Type instead</source>
        <translation>Stattdessen tippen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>Trying</name>
    <message>
        <source>Say it</source>
        <translation>Sagen</translation>
    </message>
    <message>
        <source>Stay silent</source>
        <translation>Schweigen</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Mend the mistakes in the text, then it can be tried.</source>
        <translation>Beheben Sie die Fehler im Text, dann lässt es sich probieren.</translation>
    </message>
    <message>
        <source>The text has changed since. Begin again to try it as it is.</source>
        <translation>Der Text hat sich seitdem geändert. Beginnen Sie neu, um ihn so zu probieren.</translation>
    </message>
    <message>
        <source>They are coming in …</source>
        <translation>Gleich kommt jemand herein …</translation>
    </message>
    <message>
        <source>The line they begin with</source>
        <translation>Der Satz, mit dem es beginnt</translation>
    </message>
    <message>
        <source>How angry they are, 0 to 100</source>
        <translation>Wie groß der Ärger ist, 0 bis 100</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>Type what you would say, then Enter</source>
        <translation>Tippen Sie, was Sie sagen würden, dann die Eingabetaste</translation>
    </message>
    <message>
        <source>They begin with</source>
        <translation>Es beginnt mit</translation>
    </message>
    <message>
        <source>How angry, 0 to 100</source>
        <translation>Ärger, 0 bis 100</translation>
    </message>
    <message>
        <source>Test bench</source>
        <translation>Prüfstand</translation>
    </message>
    <message>
        <source>A conversation without sound: each reply shows what they heard and why.</source>
        <translation>Ein Gespräch ohne Ton: Jede Antwort zeigt, was gehört wurde und warum.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Show this line in the text</source>
        <translation>Diesen Satz im Text zeigen</translation>
    </message>
</context>
<context>
    <name>TypedReply</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Change it as you like; Enter says it.</source>
        <translation>Ändern Sie es, wie Sie möchten; die Eingabetaste sagt es.</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>Type your reply, then press Enter</source>
        <translation>Tippen Sie Ihre Antwort, dann die Eingabetaste</translation>
    </message>
</context>
<context>
    <name>VoicesPart</name>
    <message>
        <source>Looking who can speak …</source>
        <translation>Wir sehen nach, wer sprechen kann …</translation>
    </message>
    <message>
        <source>Everybody speaks on this computer, without a network. Try them.</source>
        <translation>Alle sprechen auf diesem Computer, ohne Netz. Probieren Sie sie aus.</translation>
    </message>
    <message>
        <source>{name}, {age}</source>
        <translation>{name}, {age}</translation>
    </message>
    <message>
        <source>silent: captions only</source>
        <translation>stumm: nur Untertitel</translation>
    </message>
    <message>
        <source>Calm</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Upset</source>
        <translation>Verärgert</translation>
    </message>
    <message>
        <source>Furious</source>
        <translation>Wütend</translation>
    </message>
    <message>
        <source>Caribbean English</source>
        <translation>Karibisches Englisch</translation>
    </message>
    <message>
        <source>British English</source>
        <translation>Britisches Englisch</translation>
    </message>
    <message>
        <source>Scottish English</source>
        <translation>Schottisches Englisch</translation>
    </message>
    <message>
        <source>Lancashire English</source>
        <translation>Englisch aus Lancashire</translation>
    </message>
    <message>
        <source>British English, Received Pronunciation</source>
        <translation>Britisches Englisch, Received Pronunciation</translation>
    </message>
    <message>
        <source>American English</source>
        <translation>Amerikanisches Englisch</translation>
    </message>
    <message>
        <source>{word}: try {name}</source>
        <translation>{word}: {name} probieren</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>To the notice at the foot, and back</source>
        <translation>Zur Meldung am unteren Rand, und zurück</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>Diese Tasten zeigen</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und noch %n.</numerusform>
            <numerusform>Und noch %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>This scenario is no longer here. Choose another from Home.</source>
        <translation>Dieses Szenario ist nicht mehr da. Wählen Sie auf der Startseite ein anderes.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>WordField</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Empty it if you said nothing here.</source>
        <translation>Leeren Sie es, wenn Sie hier nichts gesagt haben.</translation>
    </message>
    <message>
        <source>What you said instead of “{word}”</source>
        <translation>Was Sie statt „{word}“ sagten</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>letting them vent</source>
        <translation>ausreden lassen</translation>
    </message>
    <message>
        <source>naming feelings</source>
        <translation>Gefühle benennen</translation>
    </message>
    <message>
        <source>apologising</source>
        <translation>sich entschuldigen</translation>
    </message>
    <message>
        <source>being on their side</source>
        <translation>auf ihrer Seite sein</translation>
    </message>
    <message>
        <source>staying calm</source>
        <translation>ruhig bleiben</translation>
    </message>
    <message>
        <source>listening back</source>
        <translation>Gehörtes zurückgeben</translation>
    </message>
    <message>
        <source>open questions</source>
        <translation>offene Fragen</translation>
    </message>
    <message>
        <source>asking permission</source>
        <translation>um Erlaubnis bitten</translation>
    </message>
    <message>
        <source>being brief</source>
        <translation>sich kurz fassen</translation>
    </message>
    <message>
        <source>offering a way out</source>
        <translation>einen Ausweg anbieten</translation>
    </message>
    <message>
        <source>assuring</source>
        <translation>Sicherheit geben</translation>
    </message>
    <message>
        <source>following up</source>
        <translation>sich wieder melden</translation>
    </message>
    <message>
        <source>a kind no</source>
        <translation>ein freundliches Nein</translation>
    </message>
    <message>
        <source>resisting threats</source>
        <translation>Drohungen standhalten</translation>
    </message>
    <message>
        <source>setting boundaries</source>
        <translation>Grenzen setzen</translation>
    </message>
    <message>
        <source>handing over</source>
        <translation>weitergeben</translation>
    </message>
    <message>
        <source>learning from it</source>
        <translation>daraus lernen</translation>
    </message>
    <message>
        <source>Face to face</source>
        <translation>Von Angesicht zu Angesicht</translation>
    </message>
    <message>
        <source>On the telephone</source>
        <translation>Am Telefon</translation>
    </message>
    <message>
        <source>gentle</source>
        <translation>sanft</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>fordernd</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>schwer</translation>
    </message>
    <message>
        <source>Longer</source>
        <translation>Länger</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>Kürzer</translation>
    </message>
    <message>
        <source>Until I let go of a key</source>
        <translation>Bis ich eine Taste loslasse</translation>
    </message>
    <message>
        <source>Time to think in mid-sentence.</source>
        <translation>Zeit, mitten im Satz nachzudenken.</translation>
    </message>
    <message>
        <source>As in most conversations.</source>
        <translation>Wie in den meisten Gesprächen.</translation>
    </message>
    <message>
        <source>Brisk, with little room.</source>
        <translation>Zügig, mit wenig Raum.</translation>
    </message>
    <message>
        <source>Hold M while you talk.</source>
        <translation>Halten Sie M, während Sie sprechen.</translation>
    </message>
    <message>
        <source>Guided</source>
        <translation>Begleitet</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>The step you are at, and three things you could say.</source>
        <translation>Der Schritt, bei dem Sie sind, und drei Sätze, die Sie sagen könnten.</translation>
    </message>
    <message>
        <source>On your own, with a quiet word now and then.</source>
        <translation>Allein, ab und zu mit einem leisen Wort.</translation>
    </message>
    <message>
        <source>No help. You mark yourself first, then compare.</source>
        <translation>Keine Hilfe. Sie benoten sich zuerst selbst und vergleichen dann.</translation>
    </message>
    <message>
        <source>You chose to leave these out.</source>
        <translation>Sie haben das ausgenommen.</translation>
    </message>
    <message>
        <source>{slow:.0f} to {fast:.0f} is easy to follow</source>
        <translation>{slow:.0f} bis {fast:.0f} ist gut zu verstehen</translation>
    </message>
    <message>
        <source>an estimate from the sound</source>
        <translation>nach dem Klang geschätzt</translation>
    </message>
    <message>
        <source>{:.1f} s</source>
        <translation>{:.1f} s</translation>
    </message>
    <message>
        <source>{:.0f} %</source>
        <translation>{:.0f} %</translation>
    </message>
    <message>
        <source>{:.0f} s</source>
        <translation>{:.0f} s</translation>
    </message>
    <message>
        <source>{title}, again from {time}</source>
        <translation>{title}, noch einmal ab {time}</translation>
    </message>
    <message>
        <source>Your replies were typed.</source>
        <translation>Ihre Antworten waren getippt.</translation>
    </message>
    <message>
        <source>{name} listened.</source>
        <translation>{name} hat zugehört.</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Zuhören</translation>
    </message>
    <message>
        <source>Calming language</source>
        <translation>Beruhigende Worte</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>You cut in</source>
        <translation>Sie haben unterbrochen</translation>
    </message>
    <message>
        <source>You showed that you listen</source>
        <translation>Sie haben gezeigt, dass Sie zuhören</translation>
    </message>
    <message>
        <source>You came in at the very end</source>
        <translation>Sie kamen ganz am Ende dazu</translation>
    </message>
    <message>
        <source>They cut in on you</source>
        <translation>Man hat Sie unterbrochen</translation>
    </message>
    <message>
        <source>names the feeling</source>
        <translation>benennt das Gefühl</translation>
    </message>
    <message>
        <source>grants the right to be upset</source>
        <translation>gesteht den Ärger zu</translation>
    </message>
    <message>
        <source>apologises</source>
        <translation>entschuldigt sich</translation>
    </message>
    <message>
        <source>takes their side</source>
        <translation>stellt sich auf ihre Seite</translation>
    </message>
    <message>
        <source>invites more</source>
        <translation>lädt zum Erzählen ein</translation>
    </message>
    <message>
        <source>gives the facts back</source>
        <translation>gibt die Tatsachen zurück</translation>
    </message>
    <message>
        <source>asks an open question</source>
        <translation>stellt eine offene Frage</translation>
    </message>
    <message>
        <source>asks permission</source>
        <translation>bittet um Erlaubnis</translation>
    </message>
    <message>
        <source>offers a solution</source>
        <translation>bietet eine Lösung an</translation>
    </message>
    <message>
        <source>offers a choice</source>
        <translation>lässt die Wahl</translation>
    </message>
    <message>
        <source>says what happens next</source>
        <translation>sagt, was als Nächstes geschieht</translation>
    </message>
    <message>
        <source>says when</source>
        <translation>sagt, wann</translation>
    </message>
    <message>
        <source>asks if it suits</source>
        <translation>fragt, ob es passt</translation>
    </message>
    <message>
        <source>takes responsibility</source>
        <translation>übernimmt Verantwortung</translation>
    </message>
    <message>
        <source>assures</source>
        <translation>gibt Sicherheit</translation>
    </message>
    <message>
        <source>promises to follow up</source>
        <translation>verspricht, sich zu melden</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>dankt</translation>
    </message>
    <message>
        <source>uses their name</source>
        <translation>nennt den Namen</translation>
    </message>
    <message>
        <source>introduces themselves</source>
        <translation>stellt sich vor</translation>
    </message>
    <message>
        <source>announces a pause</source>
        <translation>kündigt eine Pause an</translation>
    </message>
    <message>
        <source>hands over</source>
        <translation>gibt weiter</translation>
    </message>
    <message>
        <source>sets a boundary</source>
        <translation>setzt eine Grenze</translation>
    </message>
    <message>
        <source>offers to talk when calm</source>
        <translation>bietet an, in Ruhe zu sprechen</translation>
    </message>
    <message>
        <source>says no kindly</source>
        <translation>sagt freundlich Nein</translation>
    </message>
    <message>
        <source>shows they listen</source>
        <translation>zeigt, dass zugehört wird</translation>
    </message>
    <message>
        <source>waves it away</source>
        <translation>wischt es weg</translation>
    </message>
    <message>
        <source>blames them</source>
        <translation>gibt ihnen die Schuld</translation>
    </message>
    <message>
        <source>hides behind policy</source>
        <translation>versteckt sich hinter Regeln</translation>
    </message>
    <message>
        <source>a bare no</source>
        <translation>ein nacktes Nein</translation>
    </message>
    <message>
        <source>argues</source>
        <translation>streitet</translation>
    </message>
    <message>
        <source>sends them elsewhere</source>
        <translation>schickt sie woandershin</translation>
    </message>
    <message>
        <source>is rude</source>
        <translation>ist grob</translation>
    </message>
    <message>
        <source>half an apology</source>
        <translation>eine halbe Entschuldigung</translation>
    </message>
    <message>
        <source>promises too much</source>
        <translation>verspricht zu viel</translation>
    </message>
    <message>
        <source>threatens</source>
        <translation>droht</translation>
    </message>
    <message>
        <source>cuts in with words</source>
        <translation>fällt ins Wort</translation>
    </message>
    <message>
        <source>being heard</source>
        <translation>gehört zu werden</translation>
    </message>
    <message>
        <source>a name for how they felt</source>
        <translation>ein Name für das Gefühl</translation>
    </message>
    <message>
        <source>a plain sorry</source>
        <translation>eine schlichte Entschuldigung</translation>
    </message>
    <message>
        <source>their facts given back</source>
        <translation>die eigenen Tatsachen, zurückgegeben</translation>
    </message>
    <message>
        <source>what went wrong</source>
        <translation>was schiefging</translation>
    </message>
    <message>
        <source>somebody on their side</source>
        <translation>jemand auf ihrer Seite</translation>
    </message>
    <message>
        <source>a way out that fits</source>
        <translation>ein Ausweg, der passt</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>ein Zeitpunkt</translation>
    </message>
    <message>
        <source>that it won&apos;t happen again</source>
        <translation>dass es nicht wieder geschieht</translation>
    </message>
    <message>
        <source>a promise to follow up</source>
        <translation>das Versprechen, sich zu melden</translation>
    </message>
    <message>
        <source>somebody who can decide</source>
        <translation>jemand, der entscheiden kann</translation>
    </message>
    <message>
        <source>What caused it?</source>
        <translation>Was war die Ursache?</translation>
    </message>
    <message>
        <source>What would have prevented it?</source>
        <translation>Was hätte es verhindert?</translation>
    </message>
    <message>
        <source>What will you try next?</source>
        <translation>Was versuchen Sie als Nächstes?</translation>
    </message>
    <message>
        <source>Words a minute</source>
        <translation>Wörter in der Minute</translation>
    </message>
    <message>
        <source>Under pressure</source>
        <translation>Unter Druck</translation>
    </message>
    <message>
        <source>Syllables a second</source>
        <translation>Silben in der Sekunde</translation>
    </message>
    <message>
        <source>Share of pauses</source>
        <translation>Anteil der Pausen</translation>
    </message>
    <message>
        <source>Usual pause</source>
        <translation>Übliche Pause</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>Längste Pause</translation>
    </message>
    <message>
        <source>Fillers in 100 words</source>
        <translation>Fülllaute auf 100 Wörter</translation>
    </message>
    <message>
        <source>Before you answer</source>
        <translation>Bis Sie antworten</translation>
    </message>
    <message>
        <source>Longest reply</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>Overall</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>Unterbrechungen</translation>
    </message>
    <message>
        <source>Fillers</source>
        <translation>Fülllaute</translation>
    </message>
    <message>
        <source>Fillers and pauses</source>
        <translation>Fülllaute und Pausen</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>you said {own}</source>
        <translation>Sie sagten {own}</translation>
    </message>
    <message>
        <source>you said {own}, just so</source>
        <translation>Sie sagten {own}, genau so</translation>
    </message>
    <message>
        <source>you said {own}, {off} higher</source>
        <translation>Sie sagten {own}, {off} höher</translation>
    </message>
    <message>
        <source>you said {own}, {off} lower</source>
        <translation>Sie sagten {own}, {off} niedriger</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>stark</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>coming on</source>
        <translation>wird besser</translation>
    </message>
    <message>
        <source>a start</source>
        <translation>ein Anfang</translation>
    </message>
    <message>
        <source>much to gain</source>
        <translation>viel zu gewinnen</translation>
    </message>
</context>
<context>
    <name>_Column</name>
    <message>
        <source>Take {number}, this one</source>
        <translation>Versuch {number}, dieser</translation>
    </message>
    <message>
        <source>Take {number}</source>
        <translation>Versuch {number}</translation>
    </message>
    <message>
        <source>You said</source>
        <translation>Sie sagten</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
    <message>
        <source>take {number}</source>
        <translation>Versuch {number}</translation>
    </message>
</context>
<context>
    <name>_Dots</name>
    <message>
        <source>What you have practised</source>
        <translation>Was Sie geübt haben</translation>
    </message>
    <message>
        <source>The dot before</source>
        <translation>Der Punkt davor</translation>
    </message>
    <message>
        <source>The dot after</source>
        <translation>Der Punkt danach</translation>
    </message>
    <message>
        <source>Show who practises it</source>
        <translation>Zeigen, mit wem man es übt</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>What you tried again</source>
        <translation>Was Sie noch einmal versucht haben</translation>
    </message>
    <message>
        <source>From {time}, on {when}</source>
        <translation>Ab {time}, am {when}</translation>
    </message>
</context>
<context>
    <name>_Scale</name>
    <message>
        <source>I&apos;d rather not say</source>
        <translation>Lieber nicht</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Angabe</translation>
    </message>
</context>
</TS>
