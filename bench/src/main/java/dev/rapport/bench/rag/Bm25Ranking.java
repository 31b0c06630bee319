package dev.rapport.bench.rag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Passages that share a stem with the query, by BM25 (k1 1.2, b 0.75) as Lucene computes it. */
final class Bm25Ranking implements Ranking {
  private static final String TEXT = "text";
  private static final String PLACE = "place";
  private static final int MOST_TERMS = 512;

  private final Analyzer analyzer;
  private final IndexSearcher searcher;

  private Bm25Ranking(Analyzer analyzer, IndexSearcher searcher) {
    this.analyzer = analyzer;
    this.searcher = searcher;
  }

  /** In memory, so there is nothing to close: it goes with the ranking. */
  static Ranking over(List<Passage> passages) {
    Analyzer analyzer = new EnglishAnalyzer();
    try {
      Directory directory = new ByteBuffersDirectory();
      // One thread and merges in order: the same passages give the same index.
      IndexWriterConfig config =
          new IndexWriterConfig(analyzer)
              .setMergePolicy(new LogDocMergePolicy())
              .setMergeScheduler(new SerialMergeScheduler());
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int i = 0; i < passages.size(); i++) {
          Document document = new Document();
          document.add(new TextField(TEXT, passages.get(i).words(), Field.Store.NO));
          document.add(new StoredField(PLACE, i));
          writer.addDocument(document);
        }
      }
      return new Bm25Ranking(analyzer, new IndexSearcher(DirectoryReader.open(directory)));
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be made", e);
    }
  }

  @Override
  public List<Integer> rank(String query) {
    try {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (String term : terms(query)) {
        any.add(new TermQuery(new Term(TEXT, term)), BooleanClause.Occur.SHOULD);
      }
      int most = Math.max(1, searcher.getIndexReader().maxDoc());
      StoredFields stored = searcher.storedFields();
      List<Integer> places = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(any.build(), most).scoreDocs) {
        places.add(stored.document(hit.doc).getField(PLACE).numericValue().intValue());
      }
      return places;
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be searched", e);
    }
  }

  /** The query's stems, each once; of an endless query the first ones. */
  private Set<String> terms(String query) throws IOException {
    Set<String> terms = new LinkedHashSet<>();
    try (TokenStream tokens = analyzer.tokenStream(TEXT, query)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (terms.size() < MOST_TERMS && tokens.incrementToken()) {
        terms.add(term.toString());
      }
      tokens.end();
    }
    return terms;
  }
}
